import type { IDBPObjectStore, IDBPTransaction, StoreNames } from 'idb';
import type { LedgerDb, LedgerShape } from './shape.ts';

type Mode = 'readonly' | 'readwrite';
type Stores = StoreNames<LedgerShape>[];

export type RowStore<M extends Mode> = IDBPObjectStore<LedgerShape, Stores, 'rows', M>;

/** Runs `act` in one transaction on the rows, which succeeds or fails as a whole. When this resolves, the changes are on the disk. */
export async function transact<T, M extends Mode>(db: LedgerDb, mode: M, act: (rows: RowStore<M>) => Promise<T>): Promise<T> {
  return transactStores(db, ['rows'], mode, (transaction) => act(transaction.objectStore('rows')));
}

/** Like `transact`, on the given stores. */
export async function transactStores<T, M extends Mode>(
  db: LedgerDb,
  stores: Stores,
  mode: M,
  act: (transaction: IDBPTransaction<LedgerShape, Stores, M>) => Promise<T>,
): Promise<T> {
  const transaction = db.transaction(stores, mode, { durability: 'strict' });
  const done = transaction.done;
  // A failed request rejects `done` too, but the request's own error says more.
  done.catch(() => undefined);
  try {
    const result = await act(transaction);
    await done;
    return result;
  } catch (error) {
    // After the browser has aborted the transaction, further requests only report that it is over; its own error tells the cause.
    const cause = transaction.error ?? error;
    abort(transaction);
    throw cause;
  }
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // It had already ended.
  }
}
