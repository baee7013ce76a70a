import { and, count, type SQL } from 'drizzle-orm';
import { MAX_COUNTED_ITEMS } from '../../model/hub-api/backlog-limits.ts';
import { backlogItems } from '../store/schema.ts';
import type { Store } from '../store/store.ts';

/**
 * How many items of feedback the desk lists under some conditions, up to one more than `MAX_COUNTED_ITEMS`. It is exact below that, because
 * whoever sees it pages through these very items one by one: it says nothing that the list does not say. It counts items and not people,
 * and no number about people may be made of it.
 */
export async function countItems(store: Store, conditions: readonly SQL[]): Promise<number> {
  const listed = store
    .select({ deskId: backlogItems.deskId })
    .from(backlogItems)
    .where(and(...conditions))
    .limit(MAX_COUNTED_ITEMS + 1)
    .as('listed');
  const [counted] = await store.select({ total: count() }).from(listed);
  return counted?.total ?? 0;
}
