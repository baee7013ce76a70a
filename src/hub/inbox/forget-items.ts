import { and, eq, inArray } from 'drizzle-orm';
import { inboxItems } from '../store/inbox-schema.ts';
import type { Store } from '../store/store.ts';
import { holdInboxClock, setInboxClock } from './inbox-clock.ts';

const DAY_MS = 86_400_000;

/**
 * What the inbox has of items that were withdrawn goes with them, within the transaction of the erasure. Only their random ids stay for a
 * few days, with the day, so that open desks take them off their lists. What was merged into them is open again by itself.
 */
export async function forgetItems(tx: Store, erased: readonly { deskId: string; releasedAt: Date }[], now: Date): Promise<void> {
  // Nobody at the desk has seen what was not released, and nobody learns that it was withdrawn.
  const items = erased.filter(({ releasedAt }) => releasedAt <= now).map(({ deskId }) => deskId);
  if (items.length === 0) return;
  let sequence = await holdInboxClock(tx);
  const decided = { snoozedUntil: null, reason: null, mergedInto: null, isApart: false, assignee: null, changedBy: null };
  const changedAt = new Date(Math.floor(now.getTime() / DAY_MS) * DAY_MS);
  for (const item of items) {
    sequence += 1;
    const row = { ...decided, state: 'gone' as const, revision: 0, sequence, changedAt };
    await tx
      .insert(inboxItems)
      .values({ item, ...row })
      .onConflictDoUpdate({ target: inboxItems.item, set: row });
  }
  const orphans = await tx
    .select({ item: inboxItems.item, revision: inboxItems.revision })
    .from(inboxItems)
    .where(and(eq(inboxItems.state, 'merged'), inArray(inboxItems.mergedInto, [...items])));
  for (const { item, revision } of orphans) {
    sequence += 1;
    const open = { state: 'open' as const, mergedInto: null, changedBy: null, changedAt, sequence, revision: revision + 1 };
    await tx.update(inboxItems).set(open).where(eq(inboxItems.item, item));
  }
  await setInboxClock(tx, sequence);
}
