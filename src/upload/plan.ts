import type { Judgement, Setback } from './judge-answer.ts';
import { MOST_ENTRIES } from './upload-state.ts';

/** How the next batch is put together. */
export interface Plan {
  size: number;
  /** Rows that the hub fails on while it takes others. */
  aside: readonly number[];
  /** A row that was objected to when sent alone, so many times in a row. */
  doubt?: { seq: number; times: number } | undefined;
}

export interface Step {
  plan: Plan;
  /** Go on at once, or rest. */
  rest: boolean;
}

/** Batches grow, and for a hub that seems broken shrink, by this much: a full one is down to a single entry in three tries. */
const LEAP = 8;
/** A proxy that fails one request in five at random objects to the same entry so often once in six hundred. */
const ENOUGH = 4;

/** The row that is left out of the next batch, to see whether the hub takes another in its stead. */
export const suspectOf = ({ doubt }: Plan): number | undefined => (doubt && doubt.times >= ENOUGH ? doubt.seq : undefined);

/**
 * What follows from what became of a batch. Only a verdict ever refuses an entry; a fault of the whole request at most sets one
 * aside, to be tried again, and only once the hub has taken another in its stead. So a broken hub or proxy changes no order.
 *
 * | the batch             | of                       | then                                                  |
 * |-----------------------|--------------------------|-------------------------------------------------------|
 * | was judged            | any                      | go on with more at once; a suspect goes aside         |
 * | met an objection      | many                     | send half at once; from a broken hub, an eighth later |
 * | met an objection      | one                      | try it again, from a broken hub later                 |
 * | met an objection      | one, for the fourth time | suspect it, and try the next one alone                |
 * | met an objection      | one, in a suspect's stead | it is not the entries' fault: rest                   |
 * | got no answer in time | any                      | rest, then send half                                  |
 * | failed otherwise      | any                      | rest                                                  |
 *
 * Who asks for a rest himself (`Retry-After`) always gets it.
 */
export function afterBatch(plan: Plan, batch: readonly number[], judgement: Judgement): Step {
  const { size, aside } = plan;
  const suspect = suspectOf(plan);
  if (judgement.kind === 'judged') {
    const gone = suspect === undefined ? aside : [...aside, suspect];
    return { plan: { size: Math.min(MOST_ENTRIES, size * LEAP), aside: gone }, rest: false };
  }
  if (judgement.kind === 'later') return { plan: { size: judgement.slow ? half(batch) : size, aside }, rest: true };
  const { hubIsWell } = judgement;
  if (batch.length > 1) {
    return {
      plan: { size: hubIsWell ? half(batch) : Math.ceil(batch.length / LEAP), aside },
      rest: !hubIsWell || asked(judgement),
    };
  }
  if (suspect !== undefined) return { plan: { size: 1, aside }, rest: true };
  const doubted = { size: 1, aside, doubt: doubtAgain(plan, batch[0] ?? 0) };
  return { plan: doubted, rest: asked(judgement) || (!hubIsWell && suspectOf(doubted) === undefined) };
}

function doubtAgain({ doubt }: Plan, seq: number): { seq: number; times: number } {
  return { seq, times: doubt?.seq === seq ? doubt.times + 1 : 1 };
}

const half = (batch: readonly number[]): number => Math.ceil(batch.length / 2);
const asked = ({ wait }: Setback): boolean => wait > 0;
