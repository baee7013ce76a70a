import { sql } from 'drizzle-orm';
import { looks } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import type { Account } from './link.ts';

/** Notes who looked at what. A page that asks every few seconds makes one row an hour, with its first and last time. */
export async function noteLook(store: Store, look: { account: Account; what: string; asked: string; now: Date }): Promise<void> {
  const hour = new Date(Math.floor(look.now.getTime() / 3_600_000) * 3_600_000);
  await store
    .insert(looks)
    .values({ account: look.account.id, hour, what: look.what, asked: look.asked, times: 1, firstAt: look.now, lastAt: look.now })
    .onConflictDoUpdate({
      target: [looks.account, looks.hour, looks.what, looks.asked],
      set: { times: sql`${looks.times} + 1`, lastAt: look.now },
    });
}
