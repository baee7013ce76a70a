import type { Guide } from '../pack/guide.ts';
import type { GuideHistory } from './guide-history.ts';

/** Dismissals after which a guide is not shown again. The person opens walkthroughs and checklists themselves, so these have no limit. */
const MAX_DISMISSALS: Record<Guide['kind'], number> = {
  tip: 2,
  notice: 2,
  question: 1,
  reply: 1,
  checklist: Number.POSITIVE_INFINITY,
  walkthrough: Number.POSITIVE_INFINITY,
};
/** Kinds that are not shown again once they were followed, answered or acknowledged. */
const ONE_TIME_KINDS: ReadonlySet<Guide['kind']> = new Set(['notice', 'question', 'reply']);

/** Should a guide of this kind not be shown to the person again? */
export const isOver = (kind: Guide['kind'], history: GuideHistory | undefined): boolean =>
  history !== undefined && (history.dismissed >= MAX_DISMISSALS[kind] || (history.done && ONE_TIME_KINDS.has(kind)));
