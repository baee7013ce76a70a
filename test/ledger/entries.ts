import { randomUUID } from 'node:crypto';
import type { Entry, FeedbackEntry, WordsEntry } from '../../src/model/entry/entry.ts';

const common = { at: '2026-11-02T08:00:00.000Z', app: 'orders', route: '/orders/{id}' };

export const feedback = (over: Partial<FeedbackEntry> = {}): FeedbackEntry => ({
  kind: 'feedback',
  id: randomUUID(),
  ...common,
  choice: 'slowed',
  ...over,
});

export const words = (of: string, text = 'The save button hides'): WordsEntry => ({
  kind: 'words',
  id: randomUUID(),
  ...common,
  of,
  words: text,
});

export const guideEntry = (): Entry => ({
  kind: 'guide',
  id: randomUUID(),
  ...common,
  about: { pack: 'orders', version: 1, guide: 'first-order' },
  what: 'shown',
});
