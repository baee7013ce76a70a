import { sql } from 'drizzle-orm';
import type { DailyBudget } from '../../http/hub-deps.ts';
import { dailyUsage } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import type { EntryRow } from '../entry-row.ts';

/** Thrown within a transaction, so that nothing of the batch is stored. */
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

/**
 * Adds rows to what the install has sent today. Only rows that are stored count: sending an entry again after a lost answer costs
 * nothing. The row of the install is locked until the transaction ends, so that two hubs cannot both give the last of a budget.
 */
export async function countUsage(tx: Store, { install, now, budget }: Usage, rows: readonly EntryRow[]): Promise<void> {
  if (rows.length === 0) return;
  const bytes = rows.reduce((sum, row) => sum + bytesOf(row), 0);
  const [total] = await tx
    .insert(dailyUsage)
    .values({ install, day: dayOf(now), entries: rows.length, bytes })
    .onConflictDoUpdate({
      target: [dailyUsage.install, dailyUsage.day],
      set: { entries: sql`${dailyUsage.entries} + ${rows.length}::int`, bytes: sql`${dailyUsage.bytes} + ${bytes}::bigint` },
    })
    .returning({ entries: dailyUsage.entries, bytes: dailyUsage.bytes });
  if (total && (total.entries > budget.entries || total.bytes > budget.bytes)) throw new OverBudgetError();
}

const bytesOf = ({ payload, route }: EntryRow): number =>
  Buffer.byteLength(JSON.stringify(payload)) + Buffer.byteLength(route) + ROW_OVERHEAD_BYTES;

/** As YYYY-MM-DD, UTC. */
export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);
