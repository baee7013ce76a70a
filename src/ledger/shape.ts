import type { DBSchema, IDBPDatabase } from 'idb';
import type { Erasure } from './erasure.ts';
import type { LedgerRow, RowState } from './row.ts';

export interface LedgerShape extends DBSchema {
  rows: {
    key: number;
    value: LedgerRow;
    indexes: { id: string; state: RowState; kind: string; recordedAt: number };
  };
  erasures: { key: string; value: Erasure };
}

export type LedgerDb = IDBPDatabase<LedgerShape>;

/** Upgrades from each version of the store to the next. They only ever add, so that older code can still read what newer code left. */
export const upgrades: readonly ((db: LedgerDb) => void)[] = [
  (db) => {
    const rows = db.createObjectStore('rows', { keyPath: 'seq', autoIncrement: true });
    rows.createIndex('id', 'entry.id', { unique: true });
    rows.createIndex('state', 'state');
    rows.createIndex('kind', 'entry.kind');
    rows.createIndex('recordedAt', 'recordedAt');
  },
  (db) => {
    db.createObjectStore('erasures', { keyPath: 'id' });
  },
];
