import { randomUUID } from 'node:crypto';
import { and, eq, gt, isNotNull, isNull } from 'drizzle-orm';
import type { Role } from '../../model/hub-api/role.ts';
import { accounts, signInLinks, signIns } from '../store/account-schema.ts';
import { sha256 } from '../store/sha256.ts';
import type { Store } from '../store/store.ts';
import type { Account } from './account.ts';
import { newSecret } from './secret.ts';

const LINK_LIFETIME_MS = 24 * 60 * 60 * 1000;

/** The role of a link for which none is given, once an admin has signed in. */
const DEFAULT_ROLE = 'facilitator';

/** Names of accounts for which none is given. */
const NAME_BY_ROLE: Record<Role, string> = {
  viewer: 'Viewer',
  facilitator: 'Facilitator',
  author: 'Author',
  publisher: 'Publisher',
  admin: 'Admin',
};

export interface SignInLinkOptions {
  /** Whom the link is for; its role by default. */
  name?: string | undefined;
  /** The role of the sign-in. By default a link is for an admin until one has signed in, and for a facilitator from then on. */
  role?: Role | undefined;
  now: Date;
  publicUrl: string;
}

export interface SignInLink {
  url: string;
  role: Role;
}

/** Creates a sign-in link that works once within 24 hours. The token is in the fragment, which browsers do not send to servers. */
export async function createSignInLink(
  store: Store,
  { name, role: given, now, publicUrl }: SignInLinkOptions,
): Promise<SignInLink> {
  const token = newSecret();
  const endsAt = new Date(now.getTime() + LINK_LIFETIME_MS);
  const role = given ?? ((await hasAdmin(store)) ? DEFAULT_ROLE : 'admin');
  await store.insert(signInLinks).values({ hash: sha256(token), name: name ?? NAME_BY_ROLE[role], role, endsAt });
  return { url: `${publicUrl}/desk/#sign-in=${token}`, role };
}

/** Has an admin ever signed in? */
async function hasAdmin(store: Store): Promise<boolean> {
  const byLink = await store
    .select({ role: signInLinks.role })
    .from(signInLinks)
    .where(and(eq(signInLinks.role, 'admin'), isNotNull(signInLinks.usedAt)))
    .limit(1);
  const byProvider = await store.select({ role: signIns.role }).from(signIns).where(eq(signIns.role, 'admin')).limit(1);
  return byLink.length + byProvider.length > 0;
}

/** Uses up a link and returns its role and its account, which the first link of a name creates. Undefined if it cannot be used. */
export async function redeemSignInLink(
  store: Store,
  token: string,
  now: Date,
): Promise<{ account: Account; role: Role } | undefined> {
  return store.transaction(async (tx) => {
    const unused = and(eq(signInLinks.hash, sha256(token)), isNull(signInLinks.usedAt), gt(signInLinks.endsAt, now));
    const [link] = await tx
      .update(signInLinks)
      .set({ usedAt: now })
      .where(unused)
      .returning({ name: signInLinks.name, role: signInLinks.role });
    if (!link) return undefined;
    await tx.insert(accounts).values({ id: randomUUID(), name: link.name, madeAt: now }).onConflictDoNothing();
    const [account] = await tx
      .select({ id: accounts.id, name: accounts.name })
      .from(accounts)
      .where(and(eq(accounts.name, link.name), isNull(accounts.issuer)));
    return account && { account, role: link.role };
  });
}

/** True until somebody signs in for the first time. */
export async function hasNoAccounts(store: Store): Promise<boolean> {
  return (await store.select({ id: accounts.id }).from(accounts).limit(1)).length === 0;
}
