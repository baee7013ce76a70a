import { randomUUID } from 'node:crypto';
import { and, count, eq, gt, isNull } from 'drizzle-orm';
import { accounts, signInLinks } from '../store/schema.ts';
import { sha256 } from '../store/sha256.ts';
import type { Store } from '../store/store.ts';
import { newSecret } from './secret.ts';

const LINK_LIFETIME_MS = 24 * 60 * 60 * 1000;

/** Somebody who may sign in. The access log shows the name. */
export interface Account {
  id: string;
  name: string;
}

/** Creates a sign-in link that works once within 24 hours. The token is in the fragment, which browsers do not send to servers. */
export async function createSignInLink(store: Store, options: { name: string; now: Date; publicUrl: string }): Promise<string> {
  const token = newSecret();
  const endsAt = new Date(options.now.getTime() + LINK_LIFETIME_MS);
  await store.insert(signInLinks).values({ hash: sha256(token), name: options.name, endsAt });
  return `${options.publicUrl}/desk/#sign-in=${token}`;
}

/** Uses up a link and returns its account, which the first link creates. Undefined if the link was used, expired or never existed. */
export async function redeemSignInLink(store: Store, token: string, now: Date): Promise<Account | undefined> {
  return store.transaction(async (tx) => {
    const unused = and(eq(signInLinks.hash, sha256(token)), isNull(signInLinks.usedAt), gt(signInLinks.endsAt, now));
    const [link] = await tx.update(signInLinks).set({ usedAt: now }).where(unused).returning({ name: signInLinks.name });
    if (!link) return undefined;
    await tx.insert(accounts).values({ id: randomUUID(), name: link.name, madeAt: now }).onConflictDoNothing();
    const [account] = await tx
      .select({ id: accounts.id, name: accounts.name })
      .from(accounts)
      .where(eq(accounts.name, link.name));
    return account;
  });
}

/** True until somebody signs in for the first time. */
export async function hasNoAccounts(store: Store): Promise<boolean> {
  const [row] = await store.select({ total: count() }).from(accounts);
  return row?.total === 0;
}
