import { and, eq, or } from 'drizzle-orm';
import type { ErasureReceipt } from '../../../model/hub-api/intake.ts';
import { entries } from '../../store/entries-schema.ts';
import { entryMark } from '../../store/entry-mark.ts';
import { backlogItems, erasures } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import { authorMark } from './author-mark.ts';
import { excludeBatches } from './exclude-batches.ts';

export interface EntryErasure {
  /** The install that asks. It can erase only its own entries. */
  install: string;
  /** The key of the install's author marks. */
  authorKey: string;
  id: string;
  now: Date;
}

/** Erases what other parts of the hub keep of an id and of its backlog items, within the transaction. Returns the ids that were there. */
export type EraseMore = (tx: Store, erasure: EntryErasure & { items: ErasedItem[] }) => Promise<string[]>;

/** A backlog item that was erased, by its id at the desk. */
interface ErasedItem {
  deskId: string;
  releasedAt: Date;
}

/**
 * Erases an entry; for feedback also its comments, and so its backlog item. A mark and the day remain of each. Repeated requests get the
 * same receipt. A backlog item that no longer names its install still has the mark of its author.
 */
export function eraseEntry(store: Store, erasure: EntryErasure, eraseMore: EraseMore = async () => []): Promise<ErasureReceipt> {
  const { install, id, now } = erasure;
  return store.transaction(async (tx) => {
    await excludeBatches(tx, install, now);
    const { ids: ownIds, items } = await removeEntry(tx, erasure);
    const erasedIds = [...ownIds, ...(await eraseMore(tx, { ...erasure, items }))];
    const ids = new Set([id, ...erasedIds]);
    const day = now.toISOString().slice(0, 10);
    const marks = [...ids].map((one) => ({ mark: entryMark(install, one), erased: erasedIds.includes(one), day }));
    await tx.insert(erasures).values(marks).onConflictDoNothing();
    return receiptFor(tx, install, id);
  });
}

/** Deletes entries and backlog items, and returns what was there. */
async function removeEntry(tx: Store, { install, authorKey, id }: EntryErasure): Promise<{ ids: string[]; items: ErasedItem[] }> {
  const mark = authorMark(authorKey, id);
  const itsWords = and(eq(entries.kind, 'words'), eq(entries.authorMark, mark));
  const own = and(eq(entries.install, install), or(eq(entries.id, id), itsWords));
  const raw = await tx.delete(entries).where(own).returning({ id: entries.id });
  const items = await tx
    .delete(backlogItems)
    .where(eq(backlogItems.authorMark, mark))
    .returning({ deskId: backlogItems.deskId, releasedAt: backlogItems.releasedAt });
  return { ids: [...raw.map((row) => row.id), ...items.map(() => id)], items };
}

async function receiptFor(tx: Store, install: string, id: string): Promise<ErasureReceipt> {
  const [erasure] = await tx
    .select()
    .from(erasures)
    .where(eq(erasures.mark, entryMark(install, id)));
  if (!erasure) throw new Error('An erasure left no mark, though it was written in the same transaction');
  return { id, erased: erasure.erased, at: `${erasure.day}T00:00:00.000Z` };
}
