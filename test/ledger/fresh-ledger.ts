import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { createLedger, type Ledger } from '../../src/ledger/ledger.ts';
import { type HandClock, handClock } from '../runtime/hand-clock.ts';

export interface Fresh {
  ledger: Ledger;
  clock: HandClock;
  indexedDB: IDBFactory;
  /** The same store, opened by a worker that has just started. */
  reopened(): Ledger;
}

/** A ledger of its own on an empty disk. */
export function freshLedger(clock = handClock()): Fresh {
  const indexedDB = new IDBFactory();
  const open = () => createLedger({ name: 'ledger', indexedDB, clock });
  return { ledger: open(), clock, indexedDB, reopened: open };
}
