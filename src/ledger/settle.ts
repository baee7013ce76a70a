import type { EntryVerdict } from '../model/hub-api.ts';
import type { FlushReason, Row } from './row.ts';
import type { LedgerDb } from './shape.ts';
import { transact } from './transact.ts';

export interface Settlement {
  verdicts: readonly { seq: number; verdict: EntryVerdict }[];
  at: number;
  reason: FlushReason;
}

/** Writes the hub's verdicts to their rows, in one transaction. A row erased meanwhile stays erased. */
export async function settle(db: LedgerDb, { verdicts, at, reason }: Settlement): Promise<void> {
  await transact(db, 'readwrite', async (rows) => {
    for (const { seq, verdict } of verdicts) {
      const row = await rows.get(seq);
      if (row) await rows.put(settled(row, { verdict, at, reason }));
    }
  });
}

/** The row as it stands after the hub's verdict. */
export function settled(row: Row, { verdict, at, reason }: { verdict: EntryVerdict; at: number; reason: FlushReason }): Row {
  return { ...row, state: verdict.taken ? 'sent' : 'refused', sentAt: at, sentFor: reason, verdict };
}
