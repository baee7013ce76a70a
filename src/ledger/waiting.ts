import type { LedgerRow } from './row.ts';
import type { LedgerDb } from './shape.ts';
import { transact } from './transact.ts';

/** The rows that wait to be sent, in order of arrival. */
export async function waitingRows(db: LedgerDb, limit?: number): Promise<LedgerRow[]> {
  return db.getAllFromIndex('rows', 'state', 'waiting', limit);
}

/** Notes, before a batch leaves, that its rows may be at the hub from now on. Says which are still there: no other may leave. */
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

/** Takes rows out, whatever became of them. */
export async function removeRows(db: LedgerDb, seqs: readonly number[]): Promise<void> {
  await transact(db, 'readwrite', async (rows) => {
    for (const seq of seqs) await rows.delete(seq);
  });
}
