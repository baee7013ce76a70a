import { createMutex } from '../runtime/mutex.ts';
import type { EraseResult } from './erase.ts';
import type { FallbackStore } from './fallback-store.ts';
import type { LedgerDatabase } from './ledger-database.ts';
import { isFull } from './make-room.ts';
import { type LedgerPage, type LedgerQuery, matchesQuery, type StateCounts } from './read.ts';
import { belongsTo, isUserSubmitted, type LedgerRow, type RowState } from './row.ts';
import { applyResult, type Settlement } from './settle.ts';

/**
 * A database that keeps what people say even while it fails. Such rows wait in the spare, can be sent from there, and go over as soon
 * as the database takes them; until then whatever else is said joins them, so that order is kept.
 */
export function withFallback(database: LedgerDatabase, fallback: FallbackStore): LedgerDatabase {
  const mutex = createMutex();
  /** Rows that were to leave had to move out: they come next, before anything tries to put them back. */
  let hasEvacuated = false;

  /** Empties the spare into the database, as far as it takes it. */
  async function drain(): Promise<Attempt<unknown>> {
    for (const { seq, ...row } of await fallback.rows()) {
      const stored = await attempt(database.put(row));
      if (!stored.ok) return stored;
      await fallback.update((other) => (other.seq === seq ? undefined : other));
    }
    return { ok: true, value: undefined };
  }

  async function put(row: Omit<LedgerRow, 'seq'>): Promise<{ seq: number; duplicate: boolean }> {
    if (!isUserSubmitted(row)) return database.put(row);
    const before = await mutex.runExclusive(drain);
    const result = before.ok ? await attempt(database.put(row)) : before;
    if (result.ok) return result.value;
    const seq = await fallback.add(row);
    if (seq === undefined) throw result.fault;
    return { seq, duplicate: false };
  }

  /**
   * On a full disk nothing can be written to a row, not even that it was sent, but rows can be taken out. So what people said moves to
   * the spare and leaves from there; the rest stays where it is until there is room. Says whether there was any.
   */
  async function evacuate(): Promise<boolean> {
    const userSubmitted = (await database.waiting()).filter(isUserSubmitted);
    const moved = await fallback.prepend(userSubmitted);
    if (moved.length > 0) await database.remove(moved.map(({ seq }) => seq));
    return moved.length > 0;
  }

  async function waiting(limit?: number): Promise<LedgerRow[]> {
    const alone = hasEvacuated || (await isDiskFull());
    hasEvacuated = false;
    const inFallback = (await fallback.rows()).filter(({ state }) => state === 'waiting');
    if (alone && inFallback.length > 0) return inFallback.slice(0, limit);
    const inDatabase = await withDefault(database.waiting(limit), inFallback.length > 0 ? [] : undefined);
    return [...inDatabase, ...inFallback].slice(0, limit);
  }

  /** Tries to put the spare's rows back. On a full disk it takes out what else people said instead. */
  async function isDiskFull(): Promise<boolean> {
    const drained = await mutex.runExclusive(drain);
    if (drained.ok || !isFull(drained.fault)) return false;
    await attempt(mutex.runExclusive(evacuate));
    return true;
  }

  async function markAttempt(seqs: readonly number[]): Promise<number[]> {
    const own = new Set(seqs.filter((seq) => seq < 0));
    const marked: number[] = [];
    const mark = (row: LedgerRow): LedgerRow => {
      if (!own.has(row.seq)) return row;
      marked.push(row.seq);
      return { ...row, attempts: row.attempts + 1 };
    };
    if (own.size > 0) await fallback.update(mark);
    if (own.size < seqs.length) marked.push(...(await markInDatabase(seqs.filter((seq) => seq >= 0))));
    return marked;
  }

  async function markInDatabase(seqs: readonly number[]): Promise<number[]> {
    const result = await attempt(database.markAttempt(seqs));
    if (result.ok) return result.value;
    const moved = isFull(result.fault) ? await attempt(mutex.runExclusive(evacuate)) : result;
    if (!moved.ok || !moved.value) throw result.fault;
    hasEvacuated = true;
    return [];
  }

  async function settle({ results, at, reason }: Settlement): Promise<void> {
    const own = new Map(results.filter(({ seq }) => seq < 0).map(({ seq, result }) => [seq, result]));
    if (own.size > 0) {
      await fallback.update((row) => {
        const verdict = own.get(row.seq);
        return verdict ? applyResult(row, { verdict, at, reason }) : row;
      });
    }
    if (own.size < results.length) await database.settle({ results: results.filter(({ seq }) => seq >= 0), at, reason });
  }

  async function read(reading: LedgerQuery = {}): Promise<LedgerPage> {
    const rows = reading.before === undefined ? (await fallback.rows()).reverse() : [];
    const page = await withDefault(database.read(reading), rows.length > 0 ? { rows: [], next: undefined } : undefined);
    return { ...page, rows: [...without(rows, page.rows).filter((row) => matchesQuery(row, reading)), ...page.rows] };
  }

  async function erase(ids: readonly string[]): Promise<EraseResult> {
    const asked = new Set(ids);
    const inFallback = (await fallback.rows()).filter((row) => belongsTo(row, asked));
    const atHub = inFallback.filter(({ attempts }) => attempts > 0).map(({ entry }) => entry.id);
    if (atHub.length > 0) await database.requestErasures(atHub);
    await fallback.update((row) => (belongsTo(row, asked) ? undefined : row));
    const erased = await withDefault(database.erase(ids), inFallback.length > 0 ? { rows: [], atHub: [] } : undefined);
    return { rows: [...erased.rows, ...inFallback], atHub: [...erased.atHub, ...atHub] };
  }

  async function counts(): Promise<StateCounts> {
    const rows = await fallback.rows();
    const inDatabase = await withDefault(database.counts(), rows.length > 0 ? NO_ROWS : undefined);
    const countInFallback = (asked: RowState) => rows.filter(({ state }) => state === asked).length;
    return {
      waiting: inDatabase.waiting + countInFallback('waiting'),
      sent: inDatabase.sent + countInFallback('sent'),
      refused: inDatabase.refused + countInFallback('refused'),
      withheld: inDatabase.withheld + countInFallback('withheld'),
    };
  }

  return {
    ...database,
    put,
    waiting,
    markAttempt,
    settle,
    read,
    erase,
    counts,
    all: async () => {
      const inDatabase = await withDefault(database.all(), []);
      return [...inDatabase, ...without(await fallback.rows(), inDatabase)];
    },
  };
}

/** A row on its way from the spare to the database is in both for a moment, and is one. */
function without(inFallback: LedgerRow[], inDatabase: readonly LedgerRow[]): LedgerRow[] {
  const ids = new Set(inDatabase.map(({ entry }) => entry.id));
  return inFallback.filter(({ entry }) => !ids.has(entry.id));
}

const NO_ROWS: StateCounts = { waiting: 0, sent: 0, refused: 0, withheld: 0 };

type Attempt<T> = { ok: true; value: T } | { ok: false; fault: unknown };

const attempt = <T>(promise: Promise<T>): Promise<Attempt<T>> =>
  promise.then(
    (value) => ({ ok: true, value }),
    (fault: unknown) => ({ ok: false, fault }),
  );

/** What comes in its place if the database fails; with nothing to put there, the failure stands. */
async function withDefault<T>(promise: Promise<T>, fallbackValue: T | undefined): Promise<T> {
  const result = await attempt(promise);
  if (result.ok) return result.value;
  if (fallbackValue === undefined) throw result.fault;
  return fallbackValue;
}
