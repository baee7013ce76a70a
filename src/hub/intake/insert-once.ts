import { inArray, sql } from 'drizzle-orm';
import { holdInstall } from '../erasure/hold-install.ts';
import { markedAmong } from '../erasure/marked-among.ts';
import { keepsMark } from '../retention/due.ts';
import { entries, erasures, expired } from '../store/schema.ts';
import type { Store } from '../store/store.ts';

export type Row = typeof entries.$inferInsert;

/** Any number, so long as every hub before one store uses the same. */
const arrivalLock = 4_240_001;

/** What the backlog is read by. */
const inOrder = new Set<Row['kind']>(['feedback', 'words']);

export interface Inserted {
  /** Which install holds each id that was here before; null for feedback of which that is no longer known. */
  holders: Map<string, string | null>;
  /** Ids that were here and have expired. */
  past: Set<string>;
  /** Ids that the install has erased, and those of words whose feedback it has erased. */
  erased: Map<string, 'itself' | 'its feedback'>;
}

/**
 * Inserts those rows of an install whose id is new, was not erased and has not expired, all or none.
 *
 * Feedback and words are numbered under a lock that is held until commit. So whoever has read up to a number has missed nothing
 * before it; without, a number could come to light after a higher one. Other rows need no order, and go first, by id, so that two
 * batches with the same ids cannot wait for each other.
 */
export async function insertOnce(store: Store, install: string, rows: readonly Row[]): Promise<Inserted> {
  return store.transaction(async (within) => {
    await holdInstall(within, install, 'take');
    const erased = await erasedRows(within, install, rows);
    const past = await expiredRows(within, install, rows);
    const left = rows.filter((row) => !erased.has(row.id) && !past.has(row.id));
    const unordered = left.filter((row) => !inOrder.has(row.kind)).sort((a, b) => (a.id < b.id ? -1 : 1));
    const ordered = left.filter((row) => inOrder.has(row.kind));
    const fresh = await insert(within, unordered);
    if (ordered.length > 0) {
      await within.execute(sql`select pg_advisory_xact_lock(${arrivalLock})`);
      fresh.push(...(await insert(within, ordered)));
    }
    const seen = new Set(fresh);
    const before = left.map((row) => row.id).filter((id) => !seen.has(id));
    return { holders: await holders(within, before), past, erased };
  });
}

async function erasedRows(within: Store, install: string, rows: readonly Row[]): Promise<Inserted['erased']> {
  const named = rows.flatMap(({ id, of }) => (of ? [id, of] : [id]));
  const ids = await markedAmong(within, erasures, { install, ids: named });
  const found: Inserted['erased'] = new Map();
  for (const { id, of } of rows) {
    if (ids.has(id)) found.set(id, 'itself');
    else if (of && ids.has(of)) found.set(id, 'its feedback');
  }
  return found;
}

function expiredRows(within: Store, install: string, rows: readonly Row[]): Promise<Set<string>> {
  const ids = rows.filter((row) => keepsMark(row.kind)).map((row) => row.id);
  return markedAmong(within, expired, { install, ids });
}

async function insert(within: Store, rows: Row[]): Promise<string[]> {
  if (rows.length === 0) return [];
  const fresh = await within
    .insert(entries)
    .values(rows)
    .onConflictDoNothing({ target: entries.id })
    .returning({ id: entries.id });
  return fresh.map((row) => row.id);
}

async function holders(within: Store, ids: string[]): Promise<Inserted['holders']> {
  if (ids.length === 0) return new Map();
  const held = await within.select({ id: entries.id, install: entries.install }).from(entries).where(inArray(entries.id, ids));
  return new Map(held.map((row) => [row.id, row.install]));
}
