import type { LedgerDb } from './shape.ts';

/** Does `act` with the database, opening it when needed. */
export type Connection = <T>(act: (db: LedgerDb) => Promise<T>) => Promise<T>;

/**
 * Holds one open database. Browsers close connections on their own (storage cleared, disk trouble, an upgrade elsewhere): what
 * then fails on the dead connection is tried once on a new one, and a failed opening is tried anew at the next use.
 */
export function connect(open: (gone: () => void) => Promise<LedgerDb>): Connection {
  let held: Promise<LedgerDb> | undefined;

  function hold(): Promise<LedgerDb> {
    if (held) return held;
    const opening = open(() => forget(opening));
    held = opening;
    opening.catch(() => forget(opening));
    return opening;
  }

  function forget(which: Promise<LedgerDb>): void {
    if (held === which) held = undefined;
  }

  return async (act) => {
    const used = hold();
    try {
      return await act(await used);
    } catch (fault) {
      if (!(fault instanceof DOMException && fault.name === 'InvalidStateError')) throw fault;
      forget(used);
      return act(await hold());
    }
  };
}
