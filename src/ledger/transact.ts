import type { IDBPObjectStore, IDBPTransaction, StoreNames } from 'idb';
import type { LedgerDb, LedgerShape } from './shape.ts';

type Mode = 'readonly' | 'readwrite';
type Stores = StoreNames<LedgerShape>[];

export type RowStore<M extends Mode> = IDBPObjectStore<LedgerShape, Stores, 'rows', M>;

/** Does `act` in one transaction over the rows: all of it or nothing. When this resolves, what was written is on the disk. */
export async function transact<T, M extends Mode>(db: LedgerDb, mode: M, act: (rows: RowStore<M>) => Promise<T>): Promise<T> {
  return transactStores(db, ['rows'], mode, (transaction) => act(transaction.objectStore('rows')));
}

/** As `transact`, over the stores that are named. */
export async function transactStores<T, M extends Mode>(
  db: LedgerDb,
  stores: Stores,
  mode: M,
  act: (transaction: IDBPTransaction<LedgerShape, Stores, M>) => Promise<T>,
): Promise<T> {
  const transaction = db.transaction(stores, mode, { durability: 'strict' });
  const done = transaction.done;
  // A failed request rejects `done` too, with less to say: the request's own fault is the one to tell.
  done.catch(() => undefined);
  try {
    const result = await act(transaction);
    await done;
    return result;
  } catch (error) {
    // Where the browser has ended the transaction, what is asked of it after says only that it is over: its own error says why.
    const why = transaction.error ?? error;
    abort(transaction);
    throw why;
  }
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // It was over already.
  }
}
