import type { IDBPObjectStore } from 'idb';
import type { LedgerDb, LedgerShape } from './shape.ts';

export type RowStore<Mode extends IDBTransactionMode> = IDBPObjectStore<LedgerShape, ['rows'], 'rows', Mode>;

/** Does `act` in one transaction over the rows: all of it or nothing. When this resolves, what was written is on the disk. */
export async function transact<T, Mode extends 'readonly' | 'readwrite'>(
  db: LedgerDb,
  mode: Mode,
  act: (rows: RowStore<Mode>) => Promise<T>,
): Promise<T> {
  const transaction = db.transaction('rows', mode, { durability: 'strict' });
  return finished(transaction, () => act(transaction.store));
}

/** What `act` gives, once its transaction is complete; whatever goes wrong undoes the whole. */
export async function finished<T>(transaction: { done: Promise<void>; abort(): void }, act: () => Promise<T>): Promise<T> {
  const done = transaction.done;
  // A failed request rejects `done` too, with less to say: the request's own fault is the one to tell.
  done.catch(() => undefined);
  try {
    const result = await act();
    await done;
    return result;
  } catch (fault) {
    undo(transaction);
    throw fault;
  }
}

function undo(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // It was over already.
  }
}
