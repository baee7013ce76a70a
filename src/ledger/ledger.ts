import type { ErasureReceipt } from '../model/hub-api/intake.ts';
import { type Clock, isoNow } from '../runtime/clock.ts';
import type { KeyValueStore } from '../runtime/key-value-store.ts';
import { type AppendRequest, type AppendResult, toRow } from './append.ts';
import type { EraseResult } from './erase.ts';
import type { Erasure } from './erasure.ts';
import { createFallbackStore } from './fallback-store.ts';
import { ledgerDatabase } from './ledger-database.ts';
import { isFull } from './make-room.ts';
import { createNotices, type LedgerNotice } from './notices.ts';
import type { LedgerLocation } from './open-ledger.ts';
import { retentionEnd } from './prune.ts';
import type { LedgerPage, LedgerQuery, StateCounts } from './read.ts';
import { isUserSubmitted, type LedgerRow } from './row.ts';
import type { Settlement } from './settle.ts';
import { withFallback } from './with-fallback.ts';

/** Everything recorded about a person, on their device, before any of it is sent. */
export interface Ledger {
  /** Resolves once the entry is on the disk; what is malformed, or cannot be written, comes back as a value. */
  append(appending: AppendRequest): Promise<AppendResult>;
  /** Rows that wait to be sent, in order of arrival. */
  waiting(limit?: number): Promise<LedgerRow[]>;
  /** Before a batch leaves: its rows may be at the hub from now on. Only those that it answers may leave; the rest were erased meanwhile. */
  markAttempt(seqs: readonly number[]): Promise<number[]>;
  settle(settlement: Settlement): Promise<void>;
  read(reading?: LedgerQuery): Promise<LedgerPage>;
  counts(): Promise<StateCounts>;
  /** What the owner should know about the ledger itself, oldest first. */
  notices(): Promise<LedgerNotice[]>;
  /** Removes what is older than `days`; never what a person said and the hub does not have. */
  prune(days: number): Promise<number>;
  /** Erases entries, and with feedback its words; upload carries the erasure to the hub where that is needed. */
  erase(...ids: string[]): Promise<EraseResult>;
  /** Erasures at the hub, asked or done, oldest first. */
  erasures(): Promise<Erasure[]>;
  storeReceipt(receipt: ErasureReceipt): Promise<void>;
  /** Everything as JSON, in order of arrival: each row with the very entry that leaves, and what became of it. */
  export(): Promise<string>;
}

export interface LedgerDeps extends LedgerLocation {
  clock: Clock;
  /** Takes what people say while the database cannot, and the notices; without one they are not kept. */
  kv?: KeyValueStore;
}

/** A ledger in IndexedDB. A full disk costs the oldest of what nobody said; what people say is kept even if the database fails. */
export function createLedger({ clock, kv = noStorage, ...place }: LedgerDeps): Ledger {
  const notices = createNotices(kv);
  const onDropped = (count: number) => notices.addDropped(count, clock.now());
  const rows = withFallback(ledgerDatabase({ ...place, clock, onDropped }), createFallbackStore(kv));

  async function append(appending: AppendRequest): Promise<AppendResult> {
    const row = toRow(appending, clock.now());
    if ('malformed' in row) return { ok: false, why: 'malformed', detail: row.malformed };
    try {
      return { ok: true, ...(await rows.put(row)) };
    } catch (fault) {
      if (!isUserSubmitted(row)) await onDropped(1);
      return { ok: false, why: isFull(fault) ? 'full' : 'broken', detail: String(fault) };
    }
  }

  async function prune(days: number): Promise<number> {
    const last = retentionEnd(days, clock.now());
    await notices.prune(last);
    return rows.prune(last);
  }

  async function exportJson(): Promise<string> {
    const [all, noticeList, erasures] = await Promise.all([rows.all(), notices.all(), rows.erasures()]);
    return JSON.stringify(
      { format: 'cairn-ledger/1', exportedAt: isoNow(clock), rows: all, notices: noticeList, erasures },
      null,
      2,
    );
  }

  return { ...rows, append, prune, erase: (...ids) => rows.erase(ids), notices: notices.all, export: exportJson };
}

const noStorage: KeyValueStore = {
  get: async () => undefined,
  set: () => Promise.reject(new Error('There is nowhere to keep it')),
};
