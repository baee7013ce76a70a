import type { Guide } from './guide.ts';
import type { Settled } from './settled.ts';

/** So many dismissals end a guide for good. A question and a reply take the first no for an answer; a walkthrough is the person's to open. */
const dismissals: Record<Guide['kind'], number> = {
  tip: 2,
  notice: 2,
  question: 1,
  reply: 1,
  checklist: Number.POSITIVE_INFINITY,
  walkthrough: Number.POSITIVE_INFINITY,
};
/** Once followed, answered or seen, these have said what they had to say. */
const once: ReadonlySet<Guide['kind']> = new Set(['notice', 'question', 'reply']);

/** Has this person had enough of a guide of that kind? */
export const isOver = (kind: Guide['kind'], settled: Settled | undefined): boolean =>
  settled !== undefined && (settled.dismissed >= dismissals[kind] || (settled.done && once.has(kind)));
