import type { LedgerDb } from './shape.ts';

/** Does `act` with the database, opening it when needed. */
export type Connection = <T>(act: (db: LedgerDb) => Promise<T>) => Promise<T>;

/**
 * Holds one open database. Browsers close connections on their own (storage cleared, disk trouble, an upgrade elsewhere): what
 * then fails on the dead connection is tried once on a new one, and a failed opening is tried anew at the next use.
 */
export function createConnection(open: (onLost: () => void) => Promise<LedgerDb>): Connection {
  let current: Promise<LedgerDb> | undefined;

  function acquire(): Promise<LedgerDb> {
    if (current) return current;
    const opening = open(() => forget(opening));
    current = opening;
    opening.catch(() => forget(opening));
    return opening;
  }

  function forget(which: Promise<LedgerDb>): void {
    if (current === which) current = undefined;
  }

  return async (act) => {
    const used = acquire();
    try {
      return await act(await used);
    } catch (fault) {
      if (!(fault instanceof DOMException && fault.name === 'InvalidStateError')) throw fault;
      forget(used);
      return act(await acquire());
    }
  };
}
