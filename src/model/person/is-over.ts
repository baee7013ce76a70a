import type { Guide } from '../pack/guide.ts';
import type { GuideHistory } from './guide-history.ts';

/** So many dismissals end a guide for good. A question and a reply take the first no for an answer; a walkthrough is the person's to open. */
const MAX_DISMISSALS: Record<Guide['kind'], number> = {
  tip: 2,
  notice: 2,
  question: 1,
  reply: 1,
  checklist: Number.POSITIVE_INFINITY,
  walkthrough: Number.POSITIVE_INFINITY,
};
/** Once followed, answered or seen, these have said what they had to say. */
const ONE_TIME_KINDS: ReadonlySet<Guide['kind']> = new Set(['notice', 'question', 'reply']);

/** Has this person had enough of a guide of that kind? */
export const isOver = (kind: Guide['kind'], history: GuideHistory | undefined): boolean =>
  history !== undefined && (history.dismissed >= MAX_DISMISSALS[kind] || (history.done && ONE_TIME_KINDS.has(kind)));
