import type { DailyBudget } from '../../http/hub-deps.ts';
import type { EntryRow } from '../entry-row.ts';

/** Thrown before anything of the batch is stored. */
export class OverBudgetError extends Error {
  override name = 'OverBudgetError';
}

/** Bytes of a row besides its payload, roughly: ids, times and index entries. */
const ROW_OVERHEAD_BYTES = 200;

export interface Usage {
  install: string;
  now: Date;
  budget: DailyBudget;
}

/** What an install has sent on a day. */
export interface UsageOfDay {
  install: string;
  day: string;
  entries: number;
  bytes: number;
}

/**
 * What the install has sent today once the rows are stored. Only rows that are stored count: sending an entry again after a lost answer
 * costs nothing. Throws `OverBudgetError` if it is too much.
 *
 * @param sent what it has sent today before
 */
export function addUsage(
  sent: { entries: number; bytes: number },
  { install, now, budget }: Usage,
  rows: readonly EntryRow[],
): UsageOfDay {
  const entries = sent.entries + rows.length;
  const bytes = rows.reduce((sum, row) => sum + bytesOf(row), sent.bytes);
  if (entries > budget.entries || bytes > budget.bytes) throw new OverBudgetError();
  return { install, day: dayOf(now), entries, bytes };
}

const bytesOf = ({ payload, route }: EntryRow): number =>
  Buffer.byteLength(JSON.stringify(payload)) + Buffer.byteLength(route) + ROW_OVERHEAD_BYTES;

/** As YYYY-MM-DD, UTC. */
export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);
