import type { Judgement, Setback } from './judge-answer.ts';
import { MAX_BATCH_ENTRIES } from './upload-state.ts';

/** How the next batch is composed. */
export interface Plan {
  size: number;
  /** Rows (`seq`) that the hub fails on while it accepts others. */
  quarantined: readonly number[];
  /** A row that the hub has objected to when sent alone, with the number of consecutive objections. */
  suspect?: { seq: number; objections: number } | undefined;
}

interface PlanStep {
  plan: Plan;
  /** Whether to stop sending for now or continue at once. */
  shouldRest: boolean;
}

/** Batches grow by this factor, and shrink by it for a hub that seems broken: a full batch shrinks to a single entry in three attempts. */
const GROWTH_FACTOR = 8;
/** A proxy that fails one request in five at random objects to the same entry this often in one of six hundred cases. */
const OBJECTIONS_TO_HOLD_BACK = 4;

/** The row that is left out of the next batch, to find out whether the hub accepts another row in its place. */
export const heldBackRow = ({ suspect }: Plan): number | undefined =>
  suspect && suspect.objections >= OBJECTIONS_TO_HOLD_BACK ? suspect.seq : undefined;

/**
 * The plan after a batch. Only a result for the entry itself refuses an entry. An error of the whole request can only quarantine one,
 * to be tried again, and only after the hub has accepted another in its place. So a broken hub or proxy never changes the order.
 *
 * | the batch             | of                       | then                                                  |
 * |-----------------------|--------------------------|-------------------------------------------------------|
 * | was judged            | any                      | continue with a larger batch; quarantine the row held back |
 * | met an objection      | many                     | send half at once; to a broken hub, an eighth later   |
 * | met an objection      | one                      | send it again, to a broken hub later                  |
 * | met an objection      | one, for the fourth time | hold it back, and send the next one alone             |
 * | met an objection      | one, in place of the row held back | the entries are not the cause: rest         |
 * | got no answer in time | any                      | rest, then send half                                  |
 * | failed otherwise      | any                      | rest                                                  |
 *
 * A hub that asks to wait (`Retry-After`) is always obeyed.
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
