import { and, eq, or } from 'drizzle-orm';
import type { ErasureReceipt } from '../../../model/hub-api/intake.ts';
import { entries, erasures } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import { authorMark } from './author-mark.ts';
import { entryMark } from './entry-mark.ts';
import { lockInstall } from './lock-install.ts';

export interface EntryErasure {
  /** The install that asks. It can erase only its own entries. */
  install: string;
  /** The key of the install's author marks. */
  authorKey: string;
  id: string;
  now: Date;
}

/**
 * Erases an entry; for feedback also its comments, and so its backlog item. A mark and the day remain of each. Repeated requests get the
 * same receipt. A backlog item that no longer names its install still has the mark of its author.
 */
export function eraseEntry(store: Store, erasure: EntryErasure): Promise<ErasureReceipt> {
  const { install, id, now } = erasure;
  return store.transaction(async (tx) => {
    await lockInstall(tx, install, 'erase');
    const erasedIds = await removeEntry(tx, erasure);
    const ids = new Set([id, ...erasedIds]);
    const day = now.toISOString().slice(0, 10);
    const marks = [...ids].map((one) => ({ mark: entryMark(install, one), erased: erasedIds.includes(one), day }));
    await tx.insert(erasures).values(marks).onConflictDoNothing();
    return receiptFor(tx, install, id);
  });
}

async function removeEntry(tx: Store, { install, authorKey, id }: EntryErasure): Promise<string[]> {
  const itsWords = and(eq(entries.kind, 'words'), eq(entries.of, id), eq(entries.install, install));
  const isAuthor = and(eq(entries.kind, 'feedback'), eq(entries.authorMark, authorMark(authorKey, id)));
  const itself = and(eq(entries.id, id), or(eq(entries.install, install), isAuthor));
  const erasedRows = await tx.delete(entries).where(or(itself, itsWords)).returning({ id: entries.id });
  return erasedRows.map((row) => row.id);
}

async function receiptFor(tx: Store, install: string, id: string): Promise<ErasureReceipt> {
  const [erasure] = await tx
    .select()
    .from(erasures)
    .where(eq(erasures.mark, entryMark(install, id)));
  if (!erasure) throw new Error('An erasure left no mark, though it was written in the same transaction');
  return { id, erased: erasure.erased, at: `${erasure.day}T00:00:00.000Z` };
}
