import { sql } from 'drizzle-orm';
import { accessLog } from '../store/account-schema.ts';
import type { Store } from '../store/store.ts';
import type { Account } from './account.ts';

export interface Access {
  account: Account;
  /** What was done or read, as in `backlog`. */
  resource: string;
  /** Which part of it, as in `app=orders`. */
  query: string;
  /** How many texts that people wrote are in the answer. */
  texts?: number;
  now: Date;
}

/**
 * Records what an account did or read. A page that polls makes one row per hour, with the number of requests. Whatever holds texts is
 * recorded before it is sent: if it cannot be recorded, it is not sent.
 */
export async function recordAccess(store: Store, { account, resource, query, texts = 0, now }: Access): Promise<void> {
  const hour = new Date(Math.floor(now.getTime() / 3_600_000) * 3_600_000);
  const readings = texts > 0 ? 1 : 0;
  await store
    .insert(accessLog)
    .values({ account: account.id, hour, resource, query, requests: 1, readings, texts, firstAt: now, lastAt: now })
    .onConflictDoUpdate({
      target: [accessLog.account, accessLog.hour, accessLog.resource, accessLog.query],
      set: {
        requests: sql`${accessLog.requests} + 1`,
        readings: sql`${accessLog.readings} + ${readings}`,
        texts: sql`${accessLog.texts} + ${texts}`,
        lastAt: now,
      },
    });
}
