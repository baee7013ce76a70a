import type { LedgerDb } from './shape.ts';

/** Runs `act` with the database, which is opened when needed. */
export type Connection<Db = LedgerDb> = <T>(act: (db: Db) => Promise<T>) => Promise<T>;

/**
 * Keeps one database connection open. Browsers close connections on their own (storage cleared, disk error, an upgrade in another
 * context): an operation that fails on a closed connection is repeated once on a new one. A failed opening is repeated at the next use.
 */
export function createConnection<Db = LedgerDb>(open: (onLost: () => void) => Promise<Db>): Connection<Db> {
  let current: Promise<Db> | undefined;

  function acquire(): Promise<Db> {
    if (current) return current;
    const opening = open(() => forget(opening));
    current = opening;
    opening.catch(() => forget(opening));
    return opening;
  }

  function forget(connection: Promise<Db>): void {
    if (current === connection) current = undefined;
  }

  return async (act) => {
    const used = acquire();
    try {
      return await act(await used);
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error;
      forget(used);
      return act(await acquire());
    }
  };
}
