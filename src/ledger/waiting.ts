import type { LedgerRow } from './row.ts';
import type { LedgerDb } from './shape.ts';
import { transact } from './transact.ts';

/** Rows that wait to be sent, in order of arrival. */
export async function waitingRows(db: LedgerDb, limit?: number): Promise<LedgerRow[]> {
  return db.getAllFromIndex('rows', 'state', 'waiting', limit);
}

/** Marks the rows of a batch, before it is sent, as possibly at the hub. Returns those that still exist: no other may be sent. */
export async function markAttempt(db: LedgerDb, seqs: readonly number[]): Promise<number[]> {
  return transact(db, 'readwrite', async (rows) => {
    const marked: number[] = [];
    for (const seq of seqs) {
      const row = await rows.get(seq);
      if (row) marked.push(await rows.put({ ...row, attempts: row.attempts + 1 }));
    }
    return marked;
  });
}

/** Deletes rows in any state. */
export async function removeRows(db: LedgerDb, seqs: readonly number[]): Promise<void> {
  await transact(db, 'readwrite', async (rows) => {
    for (const seq of seqs) await rows.delete(seq);
  });
}
