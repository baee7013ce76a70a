import { sql } from 'drizzle-orm';
import { accessLog } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import type { Account } from './sign-in-link.ts';

/** Records that an account read a resource. A page that polls makes one row per hour, with the number of requests. */
export async function recordAccess(
  store: Store,
  access: { account: Account; resource: string; query: string; now: Date },
): Promise<void> {
  const hour = new Date(Math.floor(access.now.getTime() / 3_600_000) * 3_600_000);
  await store
    .insert(accessLog)
    .values({
      account: access.account.id,
      hour,
      resource: access.resource,
      query: access.query,
      requests: 1,
      firstAt: access.now,
      lastAt: access.now,
    })
    .onConflictDoUpdate({
      target: [accessLog.account, accessLog.hour, accessLog.resource, accessLog.query],
      set: { requests: sql`${accessLog.requests} + 1`, lastAt: access.now },
    });
}
