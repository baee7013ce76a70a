import { randomUUID } from 'node:crypto';
import { and, desc, eq, gt, inArray, lt, type SQL } from 'drizzle-orm';
import type { Role } from '../../model/hub-api/role.ts';
import { accounts, signIns } from '../store/account-schema.ts';
import { sha256 } from '../store/sha256.ts';
import type { Store } from '../store/store.ts';
import type { Account } from './account.ts';
import { newSecret } from './secret.ts';

/** Longest sign-in: a working day with its evening. */
const SIGN_IN_HOURS = 12;

/** Ended sign-ins stay listed for so long. */
const LISTED_DAYS = 90;

/** The time of last use is stored once a minute at most: an open desk asks every second and a half. */
const USE_STEP_MS = 60_000;

/** A browser that is signed in, or was. */
export interface SignIn {
  id: string;
  account: Account;
  role: Role;
  method: 'link' | 'provider';
  /** Id of the identity provider. */
  provider: string | null;
  startedAt: Date;
  lastUsedAt: Date;
  endsAt: Date;
  /** When the person last proved who they are. */
  confirmedAt: Date;
  /** When the provider last confirmed the role. */
  checkedAt: Date | null;
}

export interface NewSignIn {
  account: Account;
  role: Role;
  method: SignIn['method'];
  provider?: string;
  confirmedAt?: Date;
  hours?: number | undefined;
  /** Seals what is stored of the provider with the secret of the new cookie. */
  sealTokens?: (secret: string) => string;
  now: Date;
}

/** Signs an account in and returns the secret for the cookie. Deletes sign-ins that ended long ago as well. */
export async function startSignIn(store: Store, given: NewSignIn): Promise<{ secret: string; signIn: SignIn }> {
  const { account, role, method, now } = given;
  const secret = newSecret();
  const endsAt = new Date(now.getTime() + (given.hours ?? SIGN_IN_HOURS) * 3_600_000);
  const row = {
    ...{ id: randomUUID(), role, method, provider: given.provider ?? null },
    ...{ startedAt: now, lastUsedAt: now, endsAt, confirmedAt: given.confirmedAt ?? now },
    checkedAt: given.sealTokens ? now : null,
  };
  await store.delete(signIns).where(lt(signIns.endsAt, new Date(now.getTime() - LISTED_DAYS * 86_400_000)));
  await store
    .insert(signIns)
    .values({ ...row, hash: sha256(secret), account: account.id, sealedTokens: given.sealTokens?.(secret) ?? null });
  return { secret, signIn: { ...row, account } };
}

/** The sign-in that a cookie stands for, if it has not ended. Stores that it is used. */
export async function useSignIn(store: Store, secret: string, now: Date): Promise<SignIn | undefined> {
  const [found] = await selectSignIns(store, [eq(signIns.hash, sha256(secret)), gt(signIns.endsAt, now)]);
  if (found && now.getTime() - found.lastUsedAt.getTime() >= USE_STEP_MS) {
    const isOlder = lt(signIns.lastUsedAt, now);
    await store
      .update(signIns)
      .set({ lastUsedAt: now })
      .where(and(eq(signIns.id, found.id), isOlder));
  }
  return found;
}

/** Sign-ins that have not ended, last used first; of one account, or of all. */
export function listSignIns(store: Store, { account, now }: { account?: string; now: Date }): Promise<SignIn[]> {
  return selectSignIns(store, [gt(signIns.endsAt, now), ...(account ? [eq(signIns.account, account)] : [])]);
}

async function selectSignIns(store: Store, conditions: SQL[]): Promise<SignIn[]> {
  const { id, role, method, provider, startedAt, lastUsedAt, endsAt, confirmedAt, checkedAt } = signIns;
  const rows = await store
    .select({
      ...{ id, role, method, provider, startedAt, lastUsedAt, endsAt, confirmedAt, checkedAt },
      accountId: accounts.id,
      name: accounts.name,
    })
    .from(signIns)
    .innerJoin(accounts, eq(accounts.id, signIns.account))
    .where(and(...conditions))
    .orderBy(desc(lastUsedAt), id);
  return rows.map(({ accountId, name, ...row }) => ({ ...row, account: { id: accountId, name } }));
}

/** Whose sign-ins to end: the one of a cookie, the one with an id (of an account, if one is given), or all of a name. */
export type SignInSelection = { secret: string } | { id: string; account?: string } | { name: string };

/** Ends sign-ins now and returns their number. What they hold of a provider is deleted. */
export async function endSignIns(store: Store, selection: SignInSelection, now: Date): Promise<number> {
  const ended = await store
    .update(signIns)
    .set({ endsAt: now, sealedTokens: null })
    .where(and(selectionCondition(store, selection), gt(signIns.endsAt, now)))
    .returning({ id: signIns.id });
  return ended.length;
}

function selectionCondition(store: Store, selection: SignInSelection): SQL | undefined {
  if ('secret' in selection) return eq(signIns.hash, sha256(selection.secret));
  if ('id' in selection)
    return and(eq(signIns.id, selection.id), selection.account ? eq(signIns.account, selection.account) : undefined);
  const named = store.select({ id: accounts.id }).from(accounts).where(eq(accounts.name, selection.name));
  return inArray(signIns.account, named);
}
