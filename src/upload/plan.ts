import type { Judgement, Setback } from './judge-answer.ts';
import { MOST_ENTRIES } from './upload-state.ts';

/** How the next batch is put together. */
export interface Plan {
  size: number;
  /** Rows that the hub fails on while it takes others. */
  aside: readonly number[];
  /** A row that was objected to when sent alone; the next one, alone, shows whether the row or the hub is at fault. */
  suspect?: number | undefined;
}

export interface Step {
  plan: Plan;
  /** Go on at once, or rest. */
  rest: boolean;
}

/** Batches grow, and for a hub that seems broken shrink, by this much: a full one is down to a single entry in three tries. */
const LEAP = 8;

/**
 * What follows from what became of a batch. Only a verdict ever refuses an entry; a fault of the whole request at most sets one
 * aside, to be tried again, and only once the hub has taken another in its stead. So a broken hub or proxy changes no order.
 *
 * | the batch             | of          | then                                             |
 * |-----------------------|-------------|--------------------------------------------------|
 * | was judged            | any         | go on with more at once; a suspect goes aside    |
 * | met an objection      | many        | send half at once; from a broken hub, an eighth later |
 * | met an objection      | one         | suspect it, and try the next one alone           |
 * | met an objection      | one, second | it is not the entries' fault: rest               |
 * | got no answer in time | any         | rest, then send half                             |
 * | failed otherwise      | any         | rest                                             |
 *
 * Who asks for a rest himself (`Retry-After`) always gets it.
 */
export function afterBatch({ size, aside, suspect }: Plan, batch: readonly number[], judgement: Judgement): Step {
  if (judgement.kind === 'judged') {
    const plan = { size: Math.min(MOST_ENTRIES, size * LEAP), aside: suspect === undefined ? aside : [...aside, suspect] };
    return { plan, rest: false };
  }
  if (judgement.kind === 'later') return { plan: { size: judgement.slow ? half(batch) : size, aside }, rest: true };
  if (batch.length > 1) {
    const { hubIsWell } = judgement;
    return {
      plan: { size: hubIsWell ? half(batch) : Math.ceil(batch.length / LEAP), aside },
      rest: !hubIsWell || asked(judgement),
    };
  }
  if (suspect === undefined && !asked(judgement)) return { plan: { size: 1, aside, suspect: batch[0] }, rest: false };
  return { plan: { size: 1, aside }, rest: true };
}

const half = (batch: readonly number[]): number => Math.ceil(batch.length / 2);
const asked = ({ wait }: Setback): boolean => wait > 0;
