import { sql } from 'drizzle-orm';
import { queryRows } from './query-rows.ts';
import type { Store } from './store.ts';

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;

/** The first Monday after the epoch, which was a Thursday. */
const FIRST_MONDAY_MS = 4 * DAY_MS;

/** An arbitrary number, the same in every hub on one store. */
const WEEKS_LOCK_ID = 4_240_006;

/** Weeks that have a partition before anything arrives in them: this one and the next two. */
const WEEKS_AHEAD = 2;

/** A partition of the entries: what arrived from one Monday to the next, UTC. */
export interface EntryWeek {
  table: string;
  from: Date;
  until: Date;
}

/** The partition for what arrives at a moment. */
export function entryWeekOf(moment: Date): EntryWeek {
  const from = new Date(Math.floor((moment.getTime() - FIRST_MONDAY_MS) / WEEK_MS) * WEEK_MS + FIRST_MONDAY_MS);
  return weekFrom(from);
}

function weekFrom(from: Date): EntryWeek {
  const table = `entries_${from.toISOString().slice(0, 10).replaceAll('-', '_')}`;
  return { table, from, until: new Date(from.getTime() + WEEK_MS) };
}

/** Creates the partitions that the next days need. */
export async function createWeeksAhead(store: Store, now: Date): Promise<void> {
  const existing = new Set((await listEntryWeeks(store)).map(({ table }) => table));
  for (let ahead = 0; ahead <= WEEKS_AHEAD; ahead++) {
    const moment = new Date(now.getTime() + ahead * WEEK_MS);
    if (!existing.has(entryWeekOf(moment).table)) await createEntryWeek(store, moment);
  }
}

/**
 * Creates the partition for what arrives at a moment, unless it exists; several hubs may do so at once. A table that is attached needs a
 * weaker lock than one that is created as a partition: readers and writers of the other weeks go on.
 */
export async function createEntryWeek(store: Store, moment: Date): Promise<void> {
  const { table, from, until } = entryWeekOf(moment);
  const [name, first, end] = [sql.identifier(table), sql.raw(`'${from.toISOString()}'`), sql.raw(`'${until.toISOString()}'`)];
  await store.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${WEEKS_LOCK_ID})`);
    if ((await listEntryWeeks(tx)).some((week) => week.table === table)) return;
    await tx.execute(sql`create table ${name} (like entries including defaults including constraints including indexes)`);
    await tx.execute(sql`alter table entries attach partition ${name} for values from (${first}) to (${end})`);
  });
}

/** The partitions that exist, oldest first. */
export async function listEntryWeeks(store: Store): Promise<EntryWeek[]> {
  const rows = await queryRows<{ table: string }>(
    store,
    sql`
    select relname as table from pg_inherits join pg_class on pg_class.oid = inhrelid
    where inhparent = 'entries'::regclass order by relname`,
  );
  return rows.map(({ table }) => weekFrom(new Date(`${table.slice('entries_'.length).replaceAll('_', '-')}T00:00:00Z`)));
}

/** Does an error say that no partition takes a row? */
export function isMissingWeek(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, routine } = error as Error & { code?: unknown; routine?: unknown };
  return (code === '23514' && routine === 'ExecFindPartition') || isMissingWeek(error.cause);
}
