import { inArray, sql } from 'drizzle-orm';
import { MAX_COMMENTS_PER_FEEDBACK } from '../../../model/hub-api/limits.ts';
import { recordActivity } from '../../aggregates/record-activity.ts';
import { entries, erasures, expired } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import type { EntryRow } from '../entry-row.ts';
import { findMarked } from '../erasure/find-marked.ts';
import { lockInstall } from '../erasure/lock-install.ts';
import { leavesMark } from '../retention/due.ts';
import { countUsage, type Usage } from './count-usage.ts';
import { findCrowded } from './find-crowded.ts';
import { findUnanswerable, noteAnswered } from './find-unanswerable.ts';

/** An arbitrary number, the same in every hub on one store. */
const ARRIVAL_LOCK_ID = 4_240_001;

/** Kinds whose `seq` follows the order in which they were sent. */
const NUMBERED_KINDS = new Set<EntryRow['kind']>(['feedback', 'words']);

export interface InsertResult {
  /** The install of each id that existed before; null for feedback whose install has been removed. */
  ownersById: Map<string, string | null>;
  /** Ids that the hub deleted at the end of the retention. */
  expiredIds: Set<string>;
  /** Ids that the install has erased, and those of comments on feedback that it has erased. */
  erasedIds: Map<string, 'itself' | 'its feedback'>;
  /** Ids that are refused because of what else is stored, and why. */
  refusals: Map<string, { path: string; reason: string }>;
}

/**
 * Inserts the rows of an install whose id is new, not erased, not expired and not refused; all or none. Throws `OverBudgetError` if the
 * install has sent too much today.
 *
 * Feedback and comments are inserted in the order in which they were sent, under a lock of their install, so that comments follow each
 * other as they were written. Other rows need no order; they are inserted first, sorted by id. Either way two batches with the same ids
 * cannot deadlock.
 */
export async function insertOnce(store: Store, usage: Usage, rows: readonly EntryRow[]): Promise<InsertResult> {
  const { install, now } = usage;
  return store.transaction(async (tx) => {
    await lockInstall(tx, install, 'store');
    const erasedIds = await findErased(tx, install, rows);
    const expiredIds = await findExpired(tx, install, rows);
    const wanted = rows.filter((row) => !erasedIds.has(row.id) && !expiredIds.has(row.id));
    const refusals = await findRefused(tx, usage, wanted);
    const remaining = wanted.filter((row) => !refusals.has(row.id));
    const unordered = remaining.filter((row) => !NUMBERED_KINDS.has(row.kind)).sort((a, b) => (a.id < b.id ? -1 : 1));
    const ordered = remaining.filter((row) => NUMBERED_KINDS.has(row.kind));
    const inserted = await insert(tx, unordered);
    if (ordered.length > 0) {
      await tx.execute(sql`select pg_advisory_xact_lock(${ARRIVAL_LOCK_ID}, hashtext(${install}))`);
      inserted.push(...(await insert(tx, ordered)));
    }
    const insertedIds = new Set(inserted);
    const isInserted = (row: EntryRow) => insertedIds.has(row.id);
    await noteAnswered(tx, remaining.filter(isInserted), now);
    await countUsage(tx, usage, remaining.filter(isInserted));
    const active = remaining.find((row) => insertedIds.has(row.id) && row.kind !== 'answer');
    if (active) await recordActivity(tx, install, active.receivedAt);
    const existing = remaining.map((row) => row.id).filter((id) => !insertedIds.has(id));
    return { ownersById: await findOwners(tx, existing), expiredIds, erasedIds, refusals };
  });
}

async function findRefused(tx: Store, { install, now }: Usage, rows: readonly EntryRow[]): Promise<InsertResult['refusals']> {
  const refusals: InsertResult['refusals'] = await findUnanswerable(tx, rows, { install, now });
  for (const id of await findCrowded(tx, install, rows)) refusals.set(id, tooManyComments);
  return refusals;
}

const tooManyComments = { path: 'of', reason: `belongs to feedback that has ${MAX_COMMENTS_PER_FEEDBACK} comments already` };

async function findErased(tx: Store, install: string, rows: readonly EntryRow[]): Promise<InsertResult['erasedIds']> {
  const referencedIds = rows.flatMap(({ id, of }) => (of ? [id, of] : [id]));
  const ids = await findMarked(tx, erasures, { install, ids: referencedIds });
  const found: InsertResult['erasedIds'] = new Map();
  for (const { id, of } of rows) {
    if (ids.has(id)) found.set(id, 'itself');
    else if (of && ids.has(of)) found.set(id, 'its feedback');
  }
  return found;
}

function findExpired(tx: Store, install: string, rows: readonly EntryRow[]): Promise<Set<string>> {
  const ids = rows.filter((row) => leavesMark(row.kind)).map((row) => row.id);
  return findMarked(tx, expired, { install, ids });
}

async function insert(tx: Store, rows: EntryRow[]): Promise<string[]> {
  if (rows.length === 0) return [];
  const inserted = await tx
    .insert(entries)
    .values(rows)
    .onConflictDoNothing({ target: entries.id })
    .returning({ id: entries.id });
  return inserted.map((row) => row.id);
}

async function findOwners(tx: Store, ids: string[]): Promise<InsertResult['ownersById']> {
  if (ids.length === 0) return new Map();
  const rows = await tx.select({ id: entries.id, install: entries.install }).from(entries).where(inArray(entries.id, ids));
  return new Map(rows.map((row) => [row.id, row.install]));
}
