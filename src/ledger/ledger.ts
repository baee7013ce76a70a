import { type Clock, isoNow } from '../runtime/clock.ts';
import { type Appended, type Appending, putRow, toRow } from './append.ts';
import { connect } from './connection.ts';
import { eraseRows } from './erase.ts';
import { exportRows } from './export.ts';
import { type LedgerPlace, openLedger } from './open-ledger.ts';
import { pruneRows } from './prune.ts';
import { type Counts, countRows, type LedgerPage, type Reading, readRows } from './read.ts';
import type { Row } from './row.ts';
import { type Settlement, settle } from './settle.ts';
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
  /** Removes what is older than `days`; never what a person said and the hub does not have. */
  prune(days: number): Promise<number>;
  /** Erases an entry, and with feedback its words. */
  erase(id: string): Promise<Row[]>;
  export(): Promise<string>;
}

export function createLedger({ clock, ...place }: LedgerPlace & { clock: Clock }): Ledger {
  const use = connect((gone) => openLedger(place, gone));

  async function append(appending: Appending): Promise<Appended> {
    const row = toRow(appending, clock.now());
    if ('malformed' in row) return { ok: false, why: 'malformed', said: row.malformed };
    try {
      return { ok: true, ...(await use((db) => putRow(db, row))) };
    } catch (fault) {
      return { ok: false, why: 'broken', said: String(fault) };
    }
  }

  return {
    append,
    waiting: (limit) => use((db) => waitingRows(db, limit)),
    markAttempt: (seqs) => use((db) => markAttempt(db, seqs)),
    settle: (settlement) => use((db) => settle(db, settlement)),
    read: (reading) => use((db) => readRows(db, reading)),
    counts: () => use(countRows),
    prune: (days) => use((db) => pruneRows(db, { days, now: clock.now() })),
    erase: (id) => use((db) => eraseRows(db, id)),
    export: () => use((db) => exportRows(db, isoNow(clock))),
  };
}
