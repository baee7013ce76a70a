import { sql } from 'drizzle-orm';
import { dailyUsage } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';

/**
 * Makes batches of an install wait until the transaction ends, and then be judged again: an entry that arrives while it is being erased
 * would stay otherwise. A batch that is being stored is waited for.
 */
export async function excludeBatches(tx: Store, install: string, now: Date): Promise<void> {
  const revision = sql`gen_random_uuid()`;
  await tx
    .insert(dailyUsage)
    .values({ install, revision, day: now.toISOString().slice(0, 10), entries: 0, bytes: 0 })
    .onConflictDoUpdate({ target: dailyUsage.install, set: { revision } });
}
