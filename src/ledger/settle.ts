import type { EntryResult } from '../model/hub-api/intake.ts';
import type { FlushReason, LedgerRow } from './row.ts';
import type { LedgerDb } from './shape.ts';
import { transact } from './transact.ts';

export interface Settlement {
  results: readonly { seq: number; result: EntryResult }[];
  at: number;
  reason: FlushReason;
}

/** Writes the hub's results to their rows, in one transaction. A row that was erased meanwhile stays erased. */
export async function settle(db: LedgerDb, { results, at, reason }: Settlement): Promise<void> {
  await transact(db, 'readwrite', async (rows) => {
    for (const { seq, result } of results) {
      const row = await rows.get(seq);
      if (row) await rows.put(applyResult(row, { result, at, reason }));
    }
  });
}

/** The row after the hub has answered for it. */
export function applyResult(
  row: LedgerRow,
  { result, at, reason }: { result: EntryResult; at: number; reason: FlushReason },
): LedgerRow {
  return { ...row, state: result.accepted ? 'sent' : 'refused', sentAt: at, flushReason: reason, result };
}
