import { and, eq, inArray, isNotNull, lt, ne, sql } from 'drizzle-orm';
import { entries, expired } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import { entryMark } from '../erasure/entry-mark.ts';
import { lockInstalls } from '../erasure/lock-install.ts';
import { leavesMark } from './due.ts';

/** An arbitrary number, the same in every hub on one store. */
const PRUNE_LOCK_ID = 4_240_004;

export interface PruneOptions {
  /** Raw entries that arrived before this moment are due. */
  before: Date;
  /** Entries per transaction. Requests of their installs wait for it. */
  batchSize: number;
  /** No batch starts after it has aborted. */
  signal: AbortSignal;
}

/** Deletes the raw entries that are due, in batches, and returns their number. Several hubs may do so at once. */
export async function pruneEntries(store: Store, { before, batchSize, signal }: PruneOptions): Promise<number> {
  let pruned = 0;
  for (let last = batchSize; last === batchSize && !signal.aborted; pruned += last)
    last = await pruneBatch(store, before, batchSize);
  return pruned;
}

/** Locks the installs: otherwise an entry that is sent again at the same time could find neither itself nor its mark. */
function pruneBatch(store: Store, before: Date, size: number): Promise<number> {
  return store.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${PRUNE_LOCK_ID})`);
    const raw = and(isNotNull(entries.install), lt(entries.receivedAt, before));
    const due = await tx
      .select({ id: entries.id, install: sql<string>`${entries.install}` })
      .from(entries)
      .where(raw)
      .orderBy(entries.receivedAt)
      .limit(size);
    if (due.length === 0) return 0;
    await lockInstalls(tx, [...new Set(due.map(({ install }) => install))], 'erase');
    const ids = due.map(({ id }) => id);
    await deleteMarked(tx, ids);
    await anonymise(tx, ids);
    return due.length;
  });
}

async function deleteMarked(tx: Store, ids: string[]): Promise<void> {
  const deleted = await tx
    .delete(entries)
    .where(and(inArray(entries.id, ids), ne(entries.kind, 'feedback')))
    .returning({ id: entries.id, install: entries.install, kind: entries.kind });
  const marks = deleted.flatMap(({ id, install, kind }) => (install && leavesMark(kind) ? { mark: entryMark(install, id) } : []));
  if (marks.length > 0) await tx.insert(expired).values(marks).onConflictDoNothing();
}

/**
 * Removes the install, the times of day and the fingerprint of the control's name from feedback. Its backlog item remains and identifies
 * nobody. The author's mark stays: only the secret of the install leads to it, and the hub does not have that.
 */
async function anonymise(tx: Store, ids: string[]): Promise<void> {
  const dayOf = (moment: typeof entries.at | typeof entries.receivedAt) => sql`date_trunc('day', ${moment}, 'UTC')`;
  const [at, receivedAt] = [dayOf(entries.at), dayOf(entries.receivedAt)];
  await tx
    .update(entries)
    .set({
      install: null,
      payload: sql`${entries.payload} #- '{control,fingerprint}'`,
      at,
      deviceAt: at,
      receivedAt,
      sentAt: receivedAt,
      releasedAt: receivedAt,
    })
    .where(and(inArray(entries.id, ids), eq(entries.kind, 'feedback')));
}
