import type { ErasureReceipt } from '../model/hub-api.ts';
import { type Clock, isoNow } from '../runtime/clock.ts';
import { type Appended, type Appending, putRow, toRow } from './append.ts';
import { connect } from './connection.ts';
import { allErasures, type Erased, eraseRows, keepReceipt } from './erase.ts';
import type { Erasure } from './erasure.ts';
import { exportLedger } from './export.ts';
import { isFull, makeRoom } from './make-room.ts';
import type { Notice } from './notice.ts';
import { type LedgerPlace, openLedger } from './open-ledger.ts';
import { pruneLedger } from './prune.ts';
import { type Counts, countRows, type LedgerPage, type Reading, readRows } from './read.ts';
import type { Row } from './row.ts';
import { type Settlement, settle } from './settle.ts';
import type { LedgerDb } from './shape.ts';
import { markAttempt, waitingRows } from './waiting.ts';

/** Everything recorded about a person, on their device, before any of it is sent. */
export interface Ledger {
  /** Resolves once the entry is on the disk; what is malformed, or cannot be written, comes back as a value. */
  append(appending: Appending): Promise<Appended>;
  /** Rows that wait to be sent, in order of arrival. */
  waiting(limit?: number): Promise<Row[]>;
  markAttempt(seqs: readonly number[]): Promise<void>;
  settle(settlement: Settlement): Promise<void>;
  read(reading?: Reading): Promise<LedgerPage>;
  counts(): Promise<Counts>;
  /** What the owner should know about the ledger itself, oldest first. */
  notices(): Promise<Notice[]>;
  /** Removes what is older than `days`; never what a person said and the hub does not have. */
  prune(days: number): Promise<number>;
  /** Erases an entry, and with feedback its words; upload carries the erasure to the hub where that is needed. */
  erase(id: string): Promise<Erased>;
  /** Erasures at the hub, asked or done, oldest first. */
  erasures(): Promise<Erasure[]>;
  keepReceipt(receipt: ErasureReceipt): Promise<void>;
  export(): Promise<string>;
}

/** Opens its database when first used, and drops the oldest of what nobody said when the disk is full. */
export function createLedger({ clock, ...place }: LedgerPlace & { clock: Clock }): Ledger {
  const use = connect((gone) => openLedger(place, gone));

  async function write<T>(act: (db: LedgerDb) => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await use(act);
      } catch (fault) {
        if (!isFull(fault) || (await use((db) => makeRoom(db, clock.now()))) === 0) throw fault;
      }
    }
  }

  async function append(appending: Appending): Promise<Appended> {
    const row = toRow(appending, clock.now());
    if ('malformed' in row) return { ok: false, why: 'malformed', said: row.malformed };
    try {
      return { ok: true, ...(await write((db) => putRow(db, row))) };
    } catch (fault) {
      return { ok: false, why: isFull(fault) ? 'full' : 'broken', said: String(fault) };
    }
  }

  return {
    append,
    waiting: (limit) => use((db) => waitingRows(db, limit)),
    markAttempt: (seqs) => write((db) => markAttempt(db, seqs)),
    settle: (settlement) => write((db) => settle(db, settlement)),
    read: (reading) => use((db) => readRows(db, reading)),
    counts: () => use(countRows),
    notices: () => use((db) => db.getAll('notices')),
    prune: (days) => use((db) => pruneLedger(db, { days, now: clock.now() })),
    erase: (id) => write((db) => eraseRows(db, { id, now: clock.now() })),
    erasures: () => use(allErasures),
    keepReceipt: (receipt) => write((db) => keepReceipt(db, receipt)),
    export: () => use((db) => exportLedger(db, isoNow(clock))),
  };
}
