import type { LocalizedNotice, LocalizedTip } from '../../src/model/pack/localized-guide.ts';

const localized = (text: string) => ({ text, language: 'en' });
const common = {
  id: 'a-guide',
  app: 'orders',
  pack: { id: 'basics', version: 1, title: localized('Basics'), language: 'en', sample: false },
  title: localized('Search'),
  body: { rich: [], language: 'en' },
  priority: 50,
};

export const aTip = (over: Partial<LocalizedTip> = {}): LocalizedTip => ({
  kind: 'tip',
  ...common,
  anchor: { role: 'searchbox', name: 'Search' },
  ...over,
});

export const aNotice = (over: Partial<LocalizedNotice> = {}): LocalizedNotice => ({
  kind: 'notice',
  ...common,
  as: 'card',
  safety: false,
  ...over,
});
