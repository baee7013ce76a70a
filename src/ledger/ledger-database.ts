import type { ErasureReceipt } from '../model/hub-api/intake.ts';
import type { Clock } from '../runtime/clock.ts';
import { putRow } from './append.ts';
import { createConnection } from './connection.ts';
import { allErasures, type EraseRowsResult, eraseRows, requestErasures, storeReceipt } from './erase.ts';
import type { Erasure } from './erasure.ts';
import { type LedgerLocation, openLedger } from './open-ledger.ts';
import { pruneRows } from './prune.ts';
import { countRows, type LedgerPage, type LedgerQuery, readRows, type StateCounts } from './read.ts';
import type { LedgerRow } from './row.ts';
import { type Settlement, settle } from './settle.ts';
import { markAttempt, removeRows, waitingRows } from './waiting.ts';
import { writeWithRoom } from './write-with-room.ts';

/** The ledger's rows in IndexedDB. Every method rejects when the database fails. */
export interface LedgerDatabase {
  put(row: Omit<LedgerRow, 'seq'>): Promise<{ seq: number; duplicate: boolean }>;
  waiting(limit?: number): Promise<LedgerRow[]>;
  /** Deletes these rows; this works on a full disk, too. */
  remove(seqs: readonly number[]): Promise<void>;
  markAttempt(seqs: readonly number[]): Promise<number[]>;
  settle(settlement: Settlement): Promise<void>;
  read(query?: LedgerQuery): Promise<LedgerPage>;
  counts(): Promise<StateCounts>;
  /** Deletes what was recorded at or before `last`, in milliseconds of the device clock. */
  prune(last: number): Promise<number>;
  erase(ids: readonly string[]): Promise<EraseRowsResult>;
  /** Stores that the hub is to erase these entries, whichever store held them. */
  requestErasures(ids: readonly string[]): Promise<void>;
  erasures(): Promise<Erasure[]>;
  storeReceipt(receipt: ErasureReceipt): Promise<void>;
  all(): Promise<LedgerRow[]>;
}

interface LedgerDatabaseDeps extends LedgerLocation {
  clock: Clock;
  /** Called with the number of rows that were dropped to make room. */
  onDropped(count: number): Promise<void>;
}

/** The database is opened at the first use. */
export function ledgerDatabase({ clock, onDropped, ...location }: LedgerDatabaseDeps): LedgerDatabase {
  const connection = createConnection((onLost) => openLedger(location, onLost));
  const write = writeWithRoom(connection, { clock, onDropped });
  return {
    put: (row) => write((db) => putRow(db, row)),
    waiting: (limit) => connection((db) => waitingRows(db, limit)),
    remove: (seqs) => connection((db) => removeRows(db, seqs)),
    markAttempt: (seqs) => write((db) => markAttempt(db, seqs)),
    settle: (settlement) => write((db) => settle(db, settlement)),
    read: (query) => connection((db) => readRows(db, query)),
    counts: () => connection(countRows),
    prune: (last) => connection((db) => pruneRows(db, last)),
    erase: (ids) => write((db) => eraseRows(db, { ids, now: clock.now() })),
    requestErasures: (ids) => write((db) => requestErasures(db, { ids, now: clock.now() })),
    erasures: () => connection(allErasures),
    storeReceipt: (receipt) => write((db) => storeReceipt(db, receipt)),
    all: () => connection((db) => db.getAll('rows')),
  };
}
