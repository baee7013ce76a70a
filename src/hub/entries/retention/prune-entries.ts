import { type SQL, sql } from 'drizzle-orm';
import { type EntryWeek, listEntryWeeks } from '../../store/entry-weeks.ts';
import { queryRows } from '../../store/query-rows.ts';
import type { Store } from '../../store/store.ts';
import { MARKED_KINDS } from './due.ts';

/** An arbitrary number, the same in every hub on one store. */
const PRUNE_LOCK_ID = 4_240_004;

/** A week is dropped only if nobody has to wait longer for it; else at the next pruning. */
const DROP_LOCK_TIMEOUT = '2s';

export interface PruneOptions {
  /** Raw entries that arrived before this moment are due. */
  before: Date;
  /** Entries per transaction. */
  batchSize: number;
  /** No batch starts after it has aborted. */
  signal: AbortSignal;
}

/**
 * Deletes the raw entries that are due, and returns their number. Weeks that are due as a whole are dropped with their partitions; of the
 * week that is due in part, rows are deleted in batches. Several hubs may do so at once, and batches may arrive meanwhile: an entry that
 * is sent again is found either as an entry or as a mark, because its mark is committed with its deletion.
 */
export async function pruneEntries(store: Store, { before, batchSize, signal }: PruneOptions): Promise<number> {
  let pruned = 0;
  for (const week of await listEntryWeeks(store)) {
    if (week.until <= before && !signal.aborted) pruned += await dropWeek(store, week);
  }
  for (let last = batchSize; last === batchSize && !signal.aborted; pruned += last)
    last = await pruneBatch(store, before, batchSize);
  if (!signal.aborted) await anonymise(store, before);
  return pruned;
}

const lockPruning = (tx: Store) => tx.execute(sql`select pg_advisory_xact_lock(${PRUNE_LOCK_ID})`);

/** `entryMark` of the columns `install` and `id`. */
const mark = sql`rtrim(translate(encode(sha256(convert_to(install || '/' || id, 'UTF8')), 'base64'), '+/', '-_'), '=')`;
const isMarked = sql`kind in (${sql.join(
  MARKED_KINDS.map((kind) => sql`${kind}`),
  sql`, `,
)})`;

/** Returns 0 if another hub has dropped it. */
function dropWeek(store: Store, { table }: EntryWeek): Promise<number> {
  const week = sql.identifier(table);
  return store.transaction(async (tx) => {
    await lockPruning(tx);
    if (!(await listEntryWeeks(tx)).some((one) => one.table === table)) return 0;
    await tx.execute(sql`insert into expired (mark) select ${mark} from ${week} where ${isMarked} on conflict do nothing`);
    const entries = await countOf(tx, sql`select count(*)::int as total from ${week}`);
    await tx.execute(sql.raw(`set local lock_timeout = '${DROP_LOCK_TIMEOUT}'`));
    await tx.execute(sql`drop table ${week}`);
    return entries;
  });
}

function pruneBatch(store: Store, before: Date, size: number): Promise<number> {
  return store.transaction(async (tx) => {
    await lockPruning(tx);
    return countOf(
      tx,
      sql`with due as (
        select install, id, received_at from entries where received_at < ${before.toISOString()}::timestamptz
        order by received_at limit ${size}),
      pruned as (
        delete from entries using due
        where entries.install = due.install and entries.id = due.id and entries.received_at = due.received_at
        returning entries.install, entries.id, entries.kind),
      marked as (insert into expired (mark) select ${mark} from pruned where ${isMarked} on conflict do nothing)
      select count(*)::int as total from pruned`,
    );
  });
}

async function countOf(tx: Store, query: SQL): Promise<number> {
  const [row] = await queryRows<{ total: number }>(tx, query);
  return row?.total ?? 0;
}

/**
 * Removes the time of day and the fingerprint of the control's name from the backlog items of that age. The author's mark stays: only the
 * secret of the install leads to it, and the hub does not have that.
 */
async function anonymise(store: Store, before: Date): Promise<void> {
  await store.execute(sql`update backlog_items
    set released_at = date_trunc('day', released_at, 'UTC'), payload = payload #- '{control,fingerprint}'
    where released_at < ${before.toISOString()}::timestamptz
      and (released_at <> date_trunc('day', released_at, 'UTC') or payload -> 'control' ? 'fingerprint')`);
}
