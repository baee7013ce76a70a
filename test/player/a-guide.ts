import type { LocalizedStep, LocalizedWalkthrough } from '../../src/model/pack/localized-guide.ts';

export const localized = (text: string) => ({ text, language: 'en' });

export const step = (id: string, over: Partial<LocalizedStep> = {}): LocalizedStep => ({
  id,
  title: localized(id),
  body: { rich: [], language: 'en' },
  anchor: { role: 'button', name: id },
  advance: { on: 'next' },
  ...over,
});

export const walkthrough = (steps: LocalizedStep[]): LocalizedWalkthrough => ({
  kind: 'walkthrough',
  id: 'walk',
  app: 'orders',
  pack: { id: 'basics', version: 1, title: localized('Basics'), language: 'en', sample: false },
  title: localized('A walk'),
  priority: 50,
  steps,
});
