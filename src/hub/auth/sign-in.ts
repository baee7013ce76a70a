import { and, eq, gt, lte } from 'drizzle-orm';
import { accounts, signIns } from '../store/schema.ts';
import { sha256 } from '../store/sha256.ts';
import type { Store } from '../store/store.ts';
import { newSecret } from './secret.ts';
import type { Account } from './sign-in-link.ts';

const SIGN_IN_HOURS = 12;

/** Signs an account in and returns the secret for the cookie. Deletes expired sign-ins as well. */
export async function signIn(store: Store, account: Account, now: Date): Promise<{ secret: string; endsAt: Date }> {
  const session = { secret: newSecret(), endsAt: new Date(now.getTime() + SIGN_IN_HOURS * 3_600_000) };
  await store.delete(signIns).where(lte(signIns.endsAt, now));
  await store.insert(signIns).values({ hash: sha256(session.secret), account: account.id, endsAt: session.endsAt });
  return session;
}

/** The account that a cookie signs in, and until when. */
export async function findSignIn(
  store: Store,
  secret: string,
  now: Date,
): Promise<{ account: Account; endsAt: Date } | undefined> {
  const [found] = await store
    .select({ id: accounts.id, name: accounts.name, endsAt: signIns.endsAt })
    .from(signIns)
    .innerJoin(accounts, eq(accounts.id, signIns.account))
    .where(and(eq(signIns.hash, sha256(secret)), gt(signIns.endsAt, now)));
  return found && { account: { id: found.id, name: found.name }, endsAt: found.endsAt };
}

export async function signOut(store: Store, secret: string): Promise<void> {
  await store.delete(signIns).where(eq(signIns.hash, sha256(secret)));
}
