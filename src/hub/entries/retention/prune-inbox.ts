import { sql } from 'drizzle-orm';
import type { Store } from '../../store/store.ts';

/** A desk that was open all the time has learned by then that an item was withdrawn. */
const GONE_DAYS = 7;

/**
 * Deletes what is left of items that were withdrawn. What people decided about other items stays as long as these: it has nobody's words,
 * and the words themselves are deleted at the end of the retention.
 */
export async function pruneInbox(store: Store, now: Date): Promise<void> {
  const before = new Date(now.getTime() - GONE_DAYS * 86_400_000).toISOString();
  await store.execute(sql`delete from inbox_items where state = 'gone' and changed_at < ${before}::timestamptz`);
}
