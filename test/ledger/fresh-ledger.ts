import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { createLedger, type Ledger } from '../../src/ledger/ledger.ts';
import type { KeyValueStore } from '../../src/runtime/key-value-store.ts';
import { type HandClock, handClock } from '../runtime/hand-clock.ts';

export interface FreshLedger {
  ledger: Ledger;
  clock: HandClock;
  indexedDB: IDBFactory;
  kv: MemoryKv;
  /** The same store, opened by a worker that has just started. */
  reopened(): Ledger;
}

/** A ledger of its own on an empty disk. */
export function freshLedger(clock = handClock()): FreshLedger {
  const indexedDB = new IDBFactory();
  const kv = memoryKv();
  const open = () => createLedger({ name: 'ledger', indexedDB, clock, kv });
  return { ledger: open(), clock, indexedDB, kv, reopened: open };
}

interface MemoryKv extends KeyValueStore {
  values: Map<string, unknown>;
}

/** Values that outlive a worker, and no test. */
export function memoryKv(): MemoryKv {
  const values = new Map<string, unknown>();
  return {
    values,
    get: async (key) => structuredClone(values.get(key)),
    set: async (key, value) => void values.set(key, structuredClone(value)),
  };
}
