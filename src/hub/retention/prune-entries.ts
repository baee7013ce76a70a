import { and, eq, inArray, isNotNull, lt, ne, sql } from 'drizzle-orm';
import { holdInstalls } from '../erasure/hold-install.ts';
import { markOf } from '../erasure/mark-of.ts';
import { entries, expired } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { keepsMark } from './due.ts';

/** Any number, so long as every hub before one store uses the same. */
const pruneLock = 4_240_004;

export interface Pruning {
  /** Raw entries that arrived earlier are due. */
  before: Date;
  /** At most so many in one transaction: what is sent by their installs waits for it. */
  size: number;
  /** Once it has ended, no further batch is begun. */
  signal: AbortSignal;
}

/** Deletes for good the raw entries that are due, in batches; how many they were. Several hubs may do so at once. */
export async function pruneEntries(store: Store, { before, size, signal }: Pruning): Promise<number> {
  let pruned = 0;
  for (let last = size; last === size && !signal.aborted; pruned += last) last = await pruneBatch(store, before, size);
  return pruned;
}

/** The installs are held, or an entry of theirs that is just being sent again could find neither itself nor its mark. */
function pruneBatch(store: Store, before: Date, size: number): Promise<number> {
  return store.transaction(async (within) => {
    await within.execute(sql`select pg_advisory_xact_lock(${pruneLock})`);
    const raw = and(isNotNull(entries.install), lt(entries.receivedAt, before));
    const due = await within
      .select({ id: entries.id, install: sql<string>`${entries.install}` })
      .from(entries)
      .where(raw)
      .orderBy(entries.receivedAt)
      .limit(size);
    if (due.length === 0) return 0;
    await holdInstalls(within, [...new Set(due.map(({ install }) => install))], 'erase');
    const ids = due.map(({ id }) => id);
    await deleteMarked(within, ids);
    await loosen(within, ids);
    return due.length;
  });
}

async function deleteMarked(within: Store, ids: string[]): Promise<void> {
  const gone = await within
    .delete(entries)
    .where(and(inArray(entries.id, ids), ne(entries.kind, 'feedback')))
    .returning({ id: entries.id, install: entries.install, kind: entries.kind });
  const marks = gone.flatMap(({ id, install, kind }) => (install && keepsMark(kind) ? { mark: markOf(install, id) } : []));
  if (marks.length > 0) await within.insert(expired).values(marks).onConflictDoNothing();
}

/** What is left of feedback is its item in the backlog, which leads to nobody. */
async function loosen(within: Store, ids: string[]): Promise<void> {
  const dayOf = (moment: typeof entries.at | typeof entries.receivedAt) => sql`date_trunc('day', ${moment}, 'UTC')`;
  const [at, receivedAt] = [dayOf(entries.at), dayOf(entries.receivedAt)];
  await within
    .update(entries)
    .set({ install: null, at, deviceAt: at, receivedAt, sentAt: receivedAt })
    .where(and(inArray(entries.id, ids), eq(entries.kind, 'feedback')));
}
