import { and, count, type SQL } from 'drizzle-orm';
import { backlogItems } from '../store/schema.ts';
import type { Store } from '../store/store.ts';

/**
 * How many items of feedback the desk lists under some conditions. It is exact, because whoever sees it pages through these very items one
 * by one: it says nothing that the list does not say. It counts items and not people, and no number about people may be made of it.
 */
export async function countItems(store: Store, conditions: readonly SQL[]): Promise<number> {
  const [counted] = await store
    .select({ total: count() })
    .from(backlogItems)
    .where(and(...conditions));
  return counted?.total ?? 0;
}
