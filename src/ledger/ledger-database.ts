import type { ErasureReceipt } from '../model/hub-api.ts';
import type { Clock } from '../runtime/clock.ts';
import { putRow } from './append.ts';
import { connect } from './connection.ts';
import { allErasures, askErasures, type Erased, eraseRows, keepReceipt } from './erase.ts';
import type { Erasure } from './erasure.ts';
import { type LedgerPlace, openLedger } from './open-ledger.ts';
import { pruneRows } from './prune.ts';
import { type Counts, countRows, type LedgerPage, type Reading, readRows } from './read.ts';
import type { Row } from './row.ts';
import { type Settlement, settle } from './settle.ts';
import { markAttempt, removeRows, waitingRows } from './waiting.ts';
import { writeWithRoom } from './write-with-room.ts';

/** The ledger's rows in IndexedDB. It throws when the database fails. */
export interface LedgerDatabase {
  put(row: Omit<Row, 'seq'>): Promise<{ seq: number; again: boolean }>;
  waiting(limit?: number): Promise<Row[]>;
  /** Takes these rows out: that works on a full disk, too. */
  remove(seqs: readonly number[]): Promise<void>;
  markAttempt(seqs: readonly number[]): Promise<number[]>;
  settle(settlement: Settlement): Promise<void>;
  read(reading?: Reading): Promise<LedgerPage>;
  counts(): Promise<Counts>;
  /** Removes what was kept by `last`, milliseconds by the device clock. */
  prune(last: number): Promise<number>;
  erase(ids: readonly string[]): Promise<Erased>;
  /** Notes that the hub is to erase these, wherever they were kept. */
  askErasures(ids: readonly string[]): Promise<void>;
  erasures(): Promise<Erasure[]>;
  keepReceipt(receipt: ErasureReceipt): Promise<void>;
  all(): Promise<Row[]>;
}

export interface DatabaseMeans extends LedgerPlace {
  clock: Clock;
  /** Hears how many rows were dropped to make room. */
  dropped(count: number): Promise<void>;
}

/** Opens its database when first used. */
export function ledgerDatabase({ clock, dropped, ...place }: DatabaseMeans): LedgerDatabase {
  const use = connect((gone) => openLedger(place, gone));
  const write = writeWithRoom(use, { clock, dropped });
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
    askErasures: (ids) => write((db) => askErasures(db, { ids, now: clock.now() })),
    erasures: () => use(allErasures),
    keepReceipt: (receipt) => write((db) => keepReceipt(db, receipt)),
    all: () => use((db) => db.getAll('rows')),
  };
}
