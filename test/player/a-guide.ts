import type { ShownStep, ShownWalkthrough } from '../../src/model/shown.ts';

export const said = (words: string) => ({ words, language: 'en' });

export const step = (id: string, over: Partial<ShownStep> = {}): ShownStep => ({
  id,
  title: said(id),
  body: { rich: [], language: 'en' },
  anchor: { role: 'button', name: id },
  advance: { on: 'next' },
  ...over,
});

export const walkthrough = (steps: ShownStep[]): ShownWalkthrough => ({
  kind: 'walkthrough',
  id: 'walk',
  app: 'orders',
  pack: { id: 'basics', version: 1, title: said('Basics'), language: 'en', sample: false },
  title: said('A walk'),
  priority: 50,
  steps,
});
