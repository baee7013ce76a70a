import { inArray } from 'drizzle-orm';
import { installs } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';

/**
 * Serialises intake and erasure of one install until the transaction ends: any number of batches may be stored at once, but an erasure
 * excludes them. Otherwise an entry that arrives while it is being erased would stay.
 */
export const lockInstall = (tx: Store, install: string, purpose: 'store' | 'erase'): Promise<void> =>
  lockInstalls(tx, [install], purpose);

/** Locks several installs in a fixed order, so that two transactions cannot deadlock. */
export async function lockInstalls(tx: Store, ids: string[], purpose: 'store' | 'erase'): Promise<void> {
  const strength = purpose === 'erase' ? 'update' : 'key share';
  await tx.select({ id: installs.id }).from(installs).where(inArray(installs.id, ids)).orderBy(installs.id).for(strength);
}
