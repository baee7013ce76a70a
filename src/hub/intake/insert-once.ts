import { inArray, sql } from 'drizzle-orm';
import { entries } from '../store/schema.ts';
import type { Store } from '../store/store.ts';

export type Row = typeof entries.$inferInsert;

/** Any number, so long as every hub before one store uses the same. */
const arrivalLock = 4_240_001;

/** What the backlog is read by. */
const inOrder = new Set<Row['kind']>(['feedback', 'words']);

/**
 * Inserts those rows whose id is new, all or none, and tells which install holds each id that was here before.
 *
 * Feedback and words are numbered under a lock that is held until commit. So whoever has read up to a number has missed nothing
 * before it; without, a number could come to light after a higher one. Other rows need no order, and go first, by id, so that two
 * batches with the same ids cannot wait for each other.
 */
export async function insertOnce(store: Store, rows: readonly Row[]): Promise<Map<string, string>> {
  const unordered = rows.filter((row) => !inOrder.has(row.kind)).sort((a, b) => (a.id < b.id ? -1 : 1));
  const ordered = rows.filter((row) => inOrder.has(row.kind));
  return store.transaction(async (within) => {
    const fresh = await insert(within, unordered);
    if (ordered.length > 0) {
      await within.execute(sql`select pg_advisory_xact_lock(${arrivalLock})`);
      fresh.push(...(await insert(within, ordered)));
    }
    const seen = new Set(fresh);
    return holders(
      within,
      rows.map((row) => row.id).filter((id) => !seen.has(id)),
    );
  });
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

async function holders(within: Store, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const held = await within.select({ id: entries.id, install: entries.install }).from(entries).where(inArray(entries.id, ids));
  return new Map(held.map((row) => [row.id, row.install]));
}
