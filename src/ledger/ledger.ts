import type { ErasureReceipt } from '../model/hub-api/intake.ts';
import { type Clock, isoNow } from '../runtime/clock.ts';
import type { KeyValueStore } from '../runtime/key-value-store.ts';
import { type AppendRequest, type AppendResult, toRow } from './append.ts';
import type { EraseRowsResult } from './erase.ts';
import type { Erasure } from './erasure.ts';
import { createFallbackStore, type FALLBACK_KEY } from './fallback-store.ts';
import { ledgerDatabase } from './ledger-database.ts';
import { isFull } from './make-room.ts';
import { createNotices, type LedgerNotice, type NOTICES_KEY } from './notices.ts';
import type { LedgerLocation } from './open-ledger.ts';
import { retentionEnd } from './prune.ts';
import type { LedgerPage, LedgerQuery, StateCounts } from './read.ts';
import { isUserSubmitted, type LedgerRow } from './row.ts';
import type { Settlement } from './settle.ts';
import { withFallback } from './with-fallback.ts';

/** Everything that is recorded about a person, on their own device, before any of it is sent. */
export interface Ledger {
  /** Resolves when the entry is on the disk. An entry that is malformed or cannot be written is reported in the result. */
  append(request: AppendRequest): Promise<AppendResult>;
  /** Rows that wait to be sent, in order of arrival. */
  waiting(limit?: number): Promise<LedgerRow[]>;
  /** Called before a batch is sent: its rows may be at the hub from now on. Only the returned rows may be sent; the others were erased meanwhile. */
  markAttempt(seqs: readonly number[]): Promise<number[]>;
  settle(settlement: Settlement): Promise<void>;
  read(query?: LedgerQuery): Promise<LedgerPage>;
  counts(): Promise<StateCounts>;
  /** What the owner should know about the ledger itself, oldest first. */
  notices(): Promise<LedgerNotice[]>;
  /** Deletes what is older than `days`, but never what a person submitted and the hub does not have. Returns the number of entries. */
  prune(days: number): Promise<number>;
  /** Erases entries, and with feedback its words. Upload requests the erasure at the hub where that is needed. */
  erase(...ids: string[]): Promise<EraseRowsResult>;
  /** Erasures at the hub, requested or done, oldest first. */
  erasures(): Promise<Erasure[]>;
  storeReceipt(receipt: ErasureReceipt): Promise<void>;
  /** Everything as JSON, in order of arrival: each row with the entry exactly as it is sent, and what became of it. */
  export(): Promise<string>;
}

type LedgerKeyValueStore = KeyValueStore<typeof FALLBACK_KEY | typeof NOTICES_KEY>;

interface LedgerDeps extends LedgerLocation {
  clock: Clock;
  /** Holds what people submit while the database fails, and the notices. Without it they are lost. */
  kv?: LedgerKeyValueStore;
}

/** A ledger in IndexedDB. On a full disk it drops the oldest rows that nobody submitted; what people submit is kept even if the database fails. */
export function createLedger({ clock, kv = noStorage, ...location }: LedgerDeps): Ledger {
  const notices = createNotices(kv);
  const onDropped = (count: number) => notices.addDropped(count, clock.now());
  const rows = withFallback(ledgerDatabase({ ...location, clock, onDropped }), createFallbackStore(kv));

  async function append(request: AppendRequest): Promise<AppendResult> {
    const row = toRow(request, clock.now());
    if ('malformed' in row) return { ok: false, why: 'malformed', detail: row.malformed };
    try {
      return { ok: true, ...(await rows.put(row)) };
    } catch (error) {
      if (!isUserSubmitted(row)) await onDropped(1);
      return { ok: false, why: isFull(error) ? 'full' : 'broken', detail: String(error) };
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

const noStorage: LedgerKeyValueStore = {
  get: async () => undefined,
  set: () => Promise.reject(new Error('There is no fallback store')),
};
