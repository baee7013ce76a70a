import type { ShownNotice, ShownTip } from '../../src/model/shown.ts';

const said = (words: string) => ({ words, language: 'en' });
const common = {
  id: 'a-guide',
  app: 'orders',
  pack: { id: 'basics', version: 1, title: said('Basics'), language: 'en', sample: false },
  title: said('Search'),
  body: { rich: [], language: 'en' },
  priority: 50,
};

export const aTip = (over: Partial<ShownTip> = {}): ShownTip => ({
  kind: 'tip',
  ...common,
  anchor: { role: 'searchbox', name: 'Search' },
  ...over,
});

export const aNotice = (over: Partial<ShownNotice> = {}): ShownNotice => ({
  kind: 'notice',
  ...common,
  as: 'card',
  safety: false,
  ...over,
});
