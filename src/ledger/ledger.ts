import type { ErasureReceipt } from '../model/hub-api.ts';
import { type Clock, isoNow } from '../runtime/clock.ts';
import type { Kv } from '../runtime/kv.ts';
import { type Appended, type Appending, toRow } from './append.ts';
import type { Erased } from './erase.ts';
import type { Erasure } from './erasure.ts';
import { ledgerDatabase } from './ledger-database.ts';
import { isFull } from './make-room.ts';
import { createNotices, type Notice } from './notices.ts';
import type { LedgerPlace } from './open-ledger.ts';
import { retentionEnd } from './prune.ts';
import type { Counts, LedgerPage, Reading } from './read.ts';
import { isSaid, type Row } from './row.ts';
import type { Settlement } from './settle.ts';
import { createSpare } from './spare.ts';
import { withSpare } from './with-spare.ts';

/** Everything recorded about a person, on their device, before any of it is sent. */
export interface Ledger {
  /** Resolves once the entry is on the disk; what is malformed, or cannot be written, comes back as a value. */
  append(appending: Appending): Promise<Appended>;
  /** Rows that wait to be sent, in order of arrival. */
  waiting(limit?: number): Promise<Row[]>;
  /** Before a batch leaves: its rows may be at the hub from now on. Only those that it answers may leave; the rest were erased meanwhile. */
  markAttempt(seqs: readonly number[]): Promise<number[]>;
  settle(settlement: Settlement): Promise<void>;
  read(reading?: Reading): Promise<LedgerPage>;
  counts(): Promise<Counts>;
  /** What the owner should know about the ledger itself, oldest first. */
  notices(): Promise<Notice[]>;
  /** Removes what is older than `days`; never what a person said and the hub does not have. */
  prune(days: number): Promise<number>;
  /** Erases entries, and with feedback its words; upload carries the erasure to the hub where that is needed. */
  erase(...ids: string[]): Promise<Erased>;
  /** Erasures at the hub, asked or done, oldest first. */
  erasures(): Promise<Erasure[]>;
  keepReceipt(receipt: ErasureReceipt): Promise<void>;
  /** Everything as JSON, in order of arrival: each row with the very entry that leaves, and what became of it. */
  export(): Promise<string>;
}

export interface LedgerMeans extends LedgerPlace {
  clock: Clock;
  /** Takes what people say while the database cannot, and the notices; without one they are not kept. */
  kv?: Kv;
}

/** A ledger in IndexedDB. A full disk costs the oldest of what nobody said; what people say is kept even if the database fails. */
export function createLedger({ clock, kv = nowhere, ...place }: LedgerMeans): Ledger {
  const notices = createNotices(kv);
  const dropped = (count: number) => notices.dropped(count, clock.now());
  const rows = withSpare(ledgerDatabase({ ...place, clock, dropped }), createSpare(kv));

  async function append(appending: Appending): Promise<Appended> {
    const row = toRow(appending, clock.now());
    if ('malformed' in row) return { ok: false, why: 'malformed', said: row.malformed };
    try {
      return { ok: true, ...(await rows.put(row)) };
    } catch (fault) {
      if (!isSaid(row)) await dropped(1);
      return { ok: false, why: isFull(fault) ? 'full' : 'broken', said: String(fault) };
    }
  }

  async function prune(days: number): Promise<number> {
    const last = retentionEnd(days, clock.now());
    await notices.prune(last);
    return rows.prune(last);
  }

  async function exported(): Promise<string> {
    const [all, said, erasures] = await Promise.all([rows.all(), notices.all(), rows.erasures()]);
    return JSON.stringify({ format: 'cairn-ledger/1', exportedAt: isoNow(clock), rows: all, notices: said, erasures }, null, 2);
  }

  return { ...rows, append, prune, erase: (...ids) => rows.erase(ids), notices: notices.all, export: exported };
}

const nowhere: Kv = { get: async () => undefined, set: () => Promise.reject(new Error('There is nowhere to keep it')) };
