import type { ErasureReceipt } from '../model/hub-api/intake.ts';
import type { Clock } from '../runtime/clock.ts';
import { putRow } from './append.ts';
import { createConnection } from './connection.ts';
import { allErasures, type EraseResult, eraseRows, requestErasures, storeReceipt } from './erase.ts';
import type { Erasure } from './erasure.ts';
import { type LedgerLocation, openLedger } from './open-ledger.ts';
import { pruneRows } from './prune.ts';
import { countRows, type LedgerPage, type LedgerQuery, readRows, type StateCounts } from './read.ts';
import type { LedgerRow } from './row.ts';
import { type Settlement, settle } from './settle.ts';
import { markAttempt, removeRows, waitingRows } from './waiting.ts';
import { writeWithRoom } from './write-with-room.ts';

/** The ledger's rows in IndexedDB. It throws when the database fails. */
export interface LedgerDatabase {
  put(row: Omit<LedgerRow, 'seq'>): Promise<{ seq: number; duplicate: boolean }>;
  waiting(limit?: number): Promise<LedgerRow[]>;
  /** Takes these rows out: that works on a full disk, too. */
  remove(seqs: readonly number[]): Promise<void>;
  markAttempt(seqs: readonly number[]): Promise<number[]>;
  settle(settlement: Settlement): Promise<void>;
  read(reading?: LedgerQuery): Promise<LedgerPage>;
  counts(): Promise<StateCounts>;
  /** Removes what was kept by `last`, milliseconds by the device clock. */
  prune(last: number): Promise<number>;
  erase(ids: readonly string[]): Promise<EraseResult>;
  /** Notes that the hub is to erase these, wherever they were kept. */
  requestErasures(ids: readonly string[]): Promise<void>;
  erasures(): Promise<Erasure[]>;
  storeReceipt(receipt: ErasureReceipt): Promise<void>;
  all(): Promise<LedgerRow[]>;
}

export interface LedgerDatabaseDeps extends LedgerLocation {
  clock: Clock;
  /** Hears how many rows were dropped to make room. */
  onDropped(count: number): Promise<void>;
}

/** Opens its database when first used. */
export function ledgerDatabase({ clock, onDropped, ...place }: LedgerDatabaseDeps): LedgerDatabase {
  const use = createConnection((onLost) => openLedger(place, onLost));
  const write = writeWithRoom(use, { clock, dropped: onDropped });
  return {
    put: (row) => write((db) => putRow(db, row)),
    waiting: (limit) => use((db) => waitingRows(db, limit)),
    remove: (seqs) => use((db) => removeRows(db, seqs)),
    markAttempt: (seqs) => write((db) => markAttempt(db, seqs)),
    settle: (settlement) => write((db) => settle(db, settlement)),
    read: (reading) => use((db) => readRows(db, reading)),
    counts: () => use(countRows),
    prune: (last) => use((db) => pruneRows(db, last)),
    erase: (ids) => write((db) => eraseRows(db, { ids, now: clock.now() })),
    requestErasures: (ids) => write((db) => requestErasures(db, { ids, now: clock.now() })),
    erasures: () => use(allErasures),
    storeReceipt: (receipt) => write((db) => storeReceipt(db, receipt)),
    all: () => use((db) => db.getAll('rows')),
  };
}
