import { eq } from 'drizzle-orm';
import { inboxClock } from '../store/inbox-schema.ts';
import type { Store } from '../store/store.ts';

/** The only row. */
const ID = 1;

/** The number of the last change that is committed. */
export async function readInboxClock(store: Store): Promise<number> {
  const [clock] = await store.select().from(inboxClock).where(eq(inboxClock.id, ID));
  return clock?.sequence ?? 0;
}

/** Waits until no other change of the inbox is under way, and makes others wait until the transaction ends. Returns the last number. */
export async function holdInboxClock(tx: Store): Promise<number> {
  await tx.insert(inboxClock).values({ id: ID, sequence: 0 }).onConflictDoNothing();
  const [clock] = await tx.select().from(inboxClock).where(eq(inboxClock.id, ID)).for('update');
  return clock?.sequence ?? 0;
}

export async function setInboxClock(tx: Store, sequence: number): Promise<void> {
  await tx.update(inboxClock).set({ sequence }).where(eq(inboxClock.id, ID));
}
