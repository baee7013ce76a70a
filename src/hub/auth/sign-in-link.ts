import { randomUUID } from 'node:crypto';
import { and, count, eq, gt, isNull } from 'drizzle-orm';
import { accounts, signInLinks } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { newSecret, sha256 } from './secret.ts';

export const LINK_HOURS = 24;

/** Who may sign in: their name is what the log of looks says. */
export interface Account {
  id: string;
  name: string;
}

/** Makes a sign-in link that works once within 24 hours. The token stands behind the "#", so it reaches no server log. */
export async function createSignInLink(store: Store, options: { name: string; now: Date; publicUrl: string }): Promise<string> {
  const token = newSecret();
  const endsAt = new Date(options.now.getTime() + LINK_HOURS * 3_600_000);
  await store.insert(signInLinks).values({ hash: sha256(token), name: options.name, endsAt });
  return `${options.publicUrl}/desk/#sign-in=${token}`;
}

/** Uses up a link: the account it is for, made at its first use; or nothing, if the link was used, is too old, or never was. */
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

/** Has nobody ever signed in? */
export async function hasNoAccounts(store: Store): Promise<boolean> {
  const [found] = await store.select({ made: count() }).from(accounts);
  return found?.made === 0;
}
