import { and, eq, inArray, isNotNull, lt, ne, sql } from 'drizzle-orm';
import { entries, expired } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import { entryMark } from '../erasure/entry-mark.ts';
import { lockInstalls } from '../erasure/lock-install.ts';
import { leavesMark } from './due.ts';

/** Any number, so long as every hub before one store uses the same. */
const PRUNE_LOCK_ID = 4_240_004;

export interface PruneOptions {
  /** Raw entries that arrived earlier are due. */
  before: Date;
  /** At most so many in one transaction: what is sent by their installs waits for it. */
  batchSize: number;
  /** Once it has ended, no further batch is begun. */
  signal: AbortSignal;
}

/** Deletes for good the raw entries that are due, in batches; how many they were. Several hubs may do so at once. */
export async function pruneEntries(store: Store, { before, batchSize, signal }: PruneOptions): Promise<number> {
  let pruned = 0;
  for (let last = batchSize; last === batchSize && !signal.aborted; pruned += last)
    last = await pruneBatch(store, before, batchSize);
  return pruned;
}

/** The installs are held, or an entry of theirs that is just being sent again could find neither itself nor its mark. */
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
  const gone = await tx
    .delete(entries)
    .where(and(inArray(entries.id, ids), ne(entries.kind, 'feedback')))
    .returning({ id: entries.id, install: entries.install, kind: entries.kind });
  const marks = gone.flatMap(({ id, install, kind }) => (install && leavesMark(kind) ? { mark: entryMark(install, id) } : []));
  if (marks.length > 0) await tx.insert(expired).values(marks).onConflictDoNothing();
}

/** What is left of feedback is its item in the backlog, which leads to nobody. */
async function anonymise(tx: Store, ids: string[]): Promise<void> {
  const dayOf = (moment: typeof entries.at | typeof entries.receivedAt) => sql`date_trunc('day', ${moment}, 'UTC')`;
  const [at, receivedAt] = [dayOf(entries.at), dayOf(entries.receivedAt)];
  await tx
    .update(entries)
    .set({ install: null, at, deviceAt: at, receivedAt, sentAt: receivedAt })
    .where(and(inArray(entries.id, ids), eq(entries.kind, 'feedback')));
}
