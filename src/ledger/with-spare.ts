import { inTurn } from '../runtime/in-turn.ts';
import type { Erased } from './erase.ts';
import type { LedgerDatabase } from './ledger-database.ts';
import { isFull } from './make-room.ts';
import { type Counts, isAsked, type LedgerPage, type Reading } from './read.ts';
import { belongsTo, isSaid, type Row, type RowState } from './row.ts';
import { type Settlement, settled } from './settle.ts';
import type { Spare } from './spare.ts';

/**
 * A database that keeps what people say even while it fails. Such rows wait in the spare, can be sent from there, and go over as soon
 * as the database takes them; until then whatever else is said joins them, so that order is kept.
 */
export function withSpare(database: LedgerDatabase, spare: Spare): LedgerDatabase {
  const turn = inTurn();
  /** Rows that were to leave had to move out: they come next, before anything tries to put them back. */
  let movedOut = false;

  /** Empties the spare into the database, as far as it takes it. */
  async function land(): Promise<Tried<unknown>> {
    for (const { seq, ...row } of await spare.rows()) {
      const landed = await tried(database.put(row));
      if (!landed.ok) return landed;
      await spare.change((other) => (other.seq === seq ? undefined : other));
    }
    return { ok: true, value: undefined };
  }

  async function put(row: Omit<Row, 'seq'>): Promise<{ seq: number; again: boolean }> {
    if (!isSaid(row)) return database.put(row);
    const before = await turn(land);
    const kept = before.ok ? await tried(database.put(row)) : before;
    if (kept.ok) return kept.value;
    const seq = await spare.add(row);
    if (seq === undefined) throw kept.fault;
    return { seq, again: false };
  }

  /**
   * On a full disk nothing can be written to a row, not even that it was sent, but rows can be taken out. So what people said moves to
   * the spare and leaves from there; the rest stays where it is until there is room. Says whether there was any.
   */
  async function moveOut(): Promise<boolean> {
    const said = (await database.waiting()).filter(isSaid);
    const moved = await spare.putBefore(said);
    if (moved.length > 0) await database.remove(moved.map(({ seq }) => seq));
    return moved.length > 0;
  }

  async function waiting(limit?: number): Promise<Row[]> {
    const alone = movedOut || (await isFullNow());
    movedOut = false;
    const spared = (await spare.rows()).filter(({ state }) => state === 'waiting');
    if (alone && spared.length > 0) return spared.slice(0, limit);
    const kept = await orElse(database.waiting(limit), spared.length > 0 ? [] : undefined);
    return [...kept, ...spared].slice(0, limit);
  }

  /** Tries to put the spare's rows back. On a full disk it takes out what else people said instead. */
  async function isFullNow(): Promise<boolean> {
    const landed = await turn(land);
    if (landed.ok || !isFull(landed.fault)) return false;
    await tried(turn(moveOut));
    return true;
  }

  async function markAttempt(seqs: readonly number[]): Promise<number[]> {
    const own = new Set(seqs.filter((seq) => seq < 0));
    const marked: number[] = [];
    const mark = (row: Row): Row => {
      if (!own.has(row.seq)) return row;
      marked.push(row.seq);
      return { ...row, attempts: row.attempts + 1 };
    };
    if (own.size > 0) await spare.change(mark);
    if (own.size < seqs.length) marked.push(...(await markInDatabase(seqs.filter((seq) => seq >= 0))));
    return marked;
  }

  async function markInDatabase(seqs: readonly number[]): Promise<number[]> {
    const kept = await tried(database.markAttempt(seqs));
    if (kept.ok) return kept.value;
    const moved = isFull(kept.fault) ? await tried(turn(moveOut)) : kept;
    if (!moved.ok || !moved.value) throw kept.fault;
    movedOut = true;
    return [];
  }

  async function settle({ verdicts, at, reason }: Settlement): Promise<void> {
    const own = new Map(verdicts.filter(({ seq }) => seq < 0).map(({ seq, verdict }) => [seq, verdict]));
    if (own.size > 0) {
      await spare.change((row) => {
        const verdict = own.get(row.seq);
        return verdict ? settled(row, { verdict, at, reason }) : row;
      });
    }
    if (own.size < verdicts.length) await database.settle({ verdicts: verdicts.filter(({ seq }) => seq >= 0), at, reason });
  }

  async function read(reading: Reading = {}): Promise<LedgerPage> {
    const rows = reading.before === undefined ? (await spare.rows()).reverse() : [];
    const page = await orElse(database.read(reading), rows.length > 0 ? { rows: [], next: undefined } : undefined);
    return { ...page, rows: [...without(rows, page.rows).filter((row) => isAsked(row, reading)), ...page.rows] };
  }

  async function erase(ids: readonly string[]): Promise<Erased> {
    const asked = new Set(ids);
    const spared = (await spare.rows()).filter((row) => belongsTo(row, asked));
    const atHub = spared.filter(({ attempts }) => attempts > 0).map(({ entry }) => entry.id);
    if (atHub.length > 0) await database.askErasures(atHub);
    await spare.change((row) => (belongsTo(row, asked) ? undefined : row));
    const erased = await orElse(database.erase(ids), spared.length > 0 ? { rows: [], atHub: [] } : undefined);
    return { rows: [...erased.rows, ...spared], atHub: [...erased.atHub, ...atHub] };
  }

  async function counts(): Promise<Counts> {
    const rows = await spare.rows();
    const kept = await orElse(database.counts(), rows.length > 0 ? none : undefined);
    const spared = (asked: RowState) => rows.filter(({ state }) => state === asked).length;
    return {
      waiting: kept.waiting + spared('waiting'),
      sent: kept.sent + spared('sent'),
      refused: kept.refused + spared('refused'),
      withheld: kept.withheld + spared('withheld'),
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
      const kept = await orElse(database.all(), []);
      return [...kept, ...without(await spare.rows(), kept)];
    },
  };
}

/** A row on its way from the spare to the database is in both for a moment, and is one. */
function without(spared: Row[], kept: readonly Row[]): Row[] {
  const ids = new Set(kept.map(({ entry }) => entry.id));
  return spared.filter(({ entry }) => !ids.has(entry.id));
}

const none: Counts = { waiting: 0, sent: 0, refused: 0, withheld: 0 };

type Tried<T> = { ok: true; value: T } | { ok: false; fault: unknown };

const tried = <T>(asked: Promise<T>): Promise<Tried<T>> =>
  asked.then(
    (value) => ({ ok: true, value }),
    (fault: unknown) => ({ ok: false, fault }),
  );

/** What comes in its place if the database fails; with nothing to put there, the failure stands. */
async function orElse<T>(asked: Promise<T>, instead: T | undefined): Promise<T> {
  const kept = await tried(asked);
  if (kept.ok) return kept.value;
  if (instead === undefined) throw kept.fault;
  return instead;
}
