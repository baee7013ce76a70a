import type { Judgement, Setback } from './judge-answer.ts';
import { MAX_BATCH_ENTRIES } from './upload-state.ts';

/** How the next batch is put together. */
export interface Plan {
  size: number;
  /** Rows that the hub fails on while it takes others. */
  quarantined: readonly number[];
  /** A row that was objected to when sent alone, so many times in a row. */
  suspect?: { seq: number; objections: number } | undefined;
}

export interface PlanStep {
  plan: Plan;
  /** Go on at once, or rest. */
  shouldRest: boolean;
}

/** Batches grow, and for a hub that seems broken shrink, by this much: a full one is down to a single entry in three tries. */
const GROWTH_FACTOR = 8;
/** A proxy that fails one request in five at random objects to the same entry so often once in six hundred. */
const OBJECTIONS_TO_HOLD_BACK = 4;

/** The row that is left out of the next batch, to see whether the hub takes another in its stead. */
export const heldBackRow = ({ suspect }: Plan): number | undefined =>
  suspect && suspect.objections >= OBJECTIONS_TO_HOLD_BACK ? suspect.seq : undefined;

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
export function afterBatch(plan: Plan, batch: readonly number[], judgement: Judgement): PlanStep {
  const { size, quarantined } = plan;
  const heldBack = heldBackRow(plan);
  if (judgement.kind === 'judged') {
    const newlyQuarantined = heldBack === undefined ? quarantined : [...quarantined, heldBack];
    return {
      plan: { size: Math.min(MAX_BATCH_ENTRIES, size * GROWTH_FACTOR), quarantined: newlyQuarantined },
      shouldRest: false,
    };
  }
  if (judgement.kind === 'later')
    return { plan: { size: judgement.timedOut ? half(batch) : size, quarantined }, shouldRest: true };
  const { isHubHealthy } = judgement;
  if (batch.length > 1) {
    return {
      plan: { size: isHubHealthy ? half(batch) : Math.ceil(batch.length / GROWTH_FACTOR), quarantined },
      shouldRest: !isHubHealthy || asksForRest(judgement),
    };
  }
  if (heldBack !== undefined) return { plan: { size: 1, quarantined }, shouldRest: true };
  const suspected = { size: 1, quarantined, suspect: addObjection(plan, batch[0] ?? 0) };
  return { plan: suspected, shouldRest: asksForRest(judgement) || (!isHubHealthy && heldBackRow(suspected) === undefined) };
}

function addObjection({ suspect }: Plan, seq: number): { seq: number; objections: number } {
  return { seq, objections: suspect?.seq === seq ? suspect.objections + 1 : 1 };
}

const half = (batch: readonly number[]): number => Math.ceil(batch.length / 2);
const asksForRest = ({ waitMs }: Setback): boolean => waitMs > 0;
