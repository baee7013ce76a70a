import { inArray } from 'drizzle-orm';
import { installs } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';

/**
 * Keeps intake and erasure of one install apart until the transaction ends: any number may take its entries at once, but who erases
 * is alone. Else an entry that is on its way in while it is erased would stay.
 */
export const lockInstall = (tx: Store, install: string, to: 'take' | 'erase'): Promise<void> => lockInstalls(tx, [install], to);

/** Holds several, always in the same order, so that two who do cannot wait for each other. */
export async function lockInstalls(tx: Store, ids: string[], to: 'take' | 'erase'): Promise<void> {
  const strength = to === 'erase' ? 'update' : 'key share';
  await tx.select({ id: installs.id }).from(installs).where(inArray(installs.id, ids)).orderBy(installs.id).for(strength);
}
