import { and, eq, isNull, or } from 'drizzle-orm';
import type { ErasureReceipt } from '../../model/hub-api.ts';
import { entries, erasures } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { holdInstall } from './hold-install.ts';
import { markOf } from './mark-of.ts';

export interface Erasing {
  /** Who asks: nobody erases what another install sent. */
  install: string;
  id: string;
  now: Date;
}

/**
 * Erases an entry, and with feedback the words that belong to it: its place in the backlog goes with it, for it is made of these
 * alone. What stays of each is a mark and the day. Asked again, the receipt is the same. A place in the backlog that no longer
 * tells its install goes to whoever knows its id: the browser that made it.
 */
export function eraseEntry(store: Store, { install, id, now }: Erasing): Promise<ErasureReceipt> {
  return store.transaction(async (within) => {
    await holdInstall(within, install, 'erase');
    const gone = await removeEntry(within, install, id);
    const ids = new Set([id, ...gone]);
    const day = now.toISOString().slice(0, 10);
    const marks = [...ids].map((one) => ({ mark: markOf(install, one), erased: gone.includes(one), day }));
    await within.insert(erasures).values(marks).onConflictDoNothing();
    return receiptFor(within, install, id);
  });
}

async function removeEntry(within: Store, install: string, id: string): Promise<string[]> {
  const itsWords = and(eq(entries.kind, 'words'), eq(entries.of, id), eq(entries.install, install));
  const itself = and(eq(entries.id, id), or(eq(entries.install, install), isNull(entries.install)));
  const gone = await within.delete(entries).where(or(itself, itsWords)).returning({ id: entries.id });
  return gone.map((row) => row.id);
}

async function receiptFor(within: Store, install: string, id: string): Promise<ErasureReceipt> {
  const [kept] = await within
    .select()
    .from(erasures)
    .where(eq(erasures.mark, markOf(install, id)));
  if (!kept) throw new Error('An erasure left no mark, though it was written in the same transaction');
  return { id, erased: kept.erased, at: `${kept.day}T00:00:00.000Z` };
}
