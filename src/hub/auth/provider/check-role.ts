import { setTimeout as pause } from 'node:timers/promises';
import { and, eq, gt, isNull, lt, or } from 'drizzle-orm';
import type { HubDeps } from '../../http/hub-deps.ts';
import type { IdentityProvider, RenewedRole } from '../../http/identity-provider.ts';
import { accounts, signIns } from '../../store/account-schema.ts';
import type { Store } from '../../store/store.ts';
import { endSignIns, type SignIn } from '../sign-in.ts';
import { openTokens, sealTokens } from './seal-tokens.ts';

/** The provider is asked again after this long. */
const CHECK_AFTER_MS = 240_000;

/** A role that the provider has not confirmed for this long does not count. */
const MAX_AGE_MS = 300_000;

/** One request asks for all. If its hub dies meanwhile, another may ask after this long. */
const CLAIM_MS = 20_000;
const WAIT = { steps: 50, stepMs: 200 };

export type RoleCheck = { ok: true; signIn: SignIn } | { ok: false; why: 'ended' | 'no-role' | 'unreachable' };

/** The parts of the hub that a check of a role uses. */
export type CheckRoleDeps = Pick<HubDeps, 'store' | 'now' | 'log' | 'providers'>;

/**
 * Asks the provider of a sign-in for the groups of its person if that is due, and stores the role that they have now. A group that is
 * taken away at the provider takes effect within five minutes: if the provider does not answer for so long, the sign-in admits nobody
 * until it does.
 */
export async function checkRole(deps: CheckRoleDeps, secret: string, signIn: SignIn): Promise<RoleCheck> {
  if (signIn.method === 'link') return { ok: true, signIn };
  const age = deps.now().getTime() - (signIn.checkedAt?.getTime() ?? 0);
  if (age >= 0 && age < CHECK_AFTER_MS) return { ok: true, signIn };
  const isStillValid = age >= 0 && age < MAX_AGE_MS;
  if (await claimCheck(deps.store, signIn, deps.now())) return askProvider(deps, { secret, signIn, isStillValid });
  return isStillValid ? { ok: true, signIn } : resultOfOtherRequest(deps, signIn);
}

/** Fails too if another request has asked since the sign-in was read: its tokens are used up, and its result is newer. */
async function claimCheck(store: Store, { id, checkedAt }: SignIn, now: Date): Promise<boolean> {
  const isUnchanged = checkedAt ? eq(signIns.checkedAt, checkedAt) : isNull(signIns.checkedAt);
  const isFree = or(isNull(signIns.checkingUntil), lt(signIns.checkingUntil, now));
  const claimed = await store
    .update(signIns)
    .set({ checkingUntil: new Date(now.getTime() + CLAIM_MS) })
    .where(and(eq(signIns.id, id), gt(signIns.endsAt, now), isUnchanged, isFree))
    .returning({ id: signIns.id });
  return claimed.length > 0;
}

interface AskedSignIn {
  secret: string;
  signIn: SignIn;
  /** The last check is recent enough to count if the provider does not answer. */
  isStillValid: boolean;
}

async function askProvider(deps: CheckRoleDeps, { secret, signIn, isStillValid }: AskedSignIn): Promise<RoleCheck> {
  const { store, log } = deps;
  const provider = deps.providers.find(({ id }) => id === signIn.provider);
  const renewed = provider ? await renewRole(store, provider, { secret, signIn }) : ({ is: 'ended' } as const);
  const now = deps.now();
  if (renewed.is === 'unreachable') {
    log.warn('identity provider unreachable', { provider: signIn.provider!, reason: renewed.code });
    await store.update(signIns).set({ checkingUntil: null }).where(eq(signIns.id, signIn.id));
    return isStillValid ? { ok: true, signIn } : { ok: false, why: 'unreachable' };
  }
  if (renewed.is === 'ended' || renewed.role === undefined) {
    await endSignIns(store, { id: signIn.id }, now);
    await store.update(signIns).set({ checkingUntil: null }).where(eq(signIns.id, signIn.id));
    log.info('sign-in ended by its provider', { account: signIn.account.id, provider: signIn.provider! });
    return { ok: false, why: renewed.is === 'ended' ? 'ended' : 'no-role' };
  }
  const { role, tokens } = renewed;
  const checked = { role, checkedAt: now, checkingUntil: null, sealedTokens: sealTokens(tokens, secret) };
  await store.update(signIns).set(checked).where(eq(signIns.id, signIn.id));
  return { ok: true, signIn: { ...signIn, role, checkedAt: now } };
}

async function renewRole(
  store: Store,
  provider: IdentityProvider,
  { secret, signIn }: Pick<AskedSignIn, 'secret' | 'signIn'>,
): Promise<RenewedRole> {
  const [held] = await store
    .select({ sealed: signIns.sealedTokens, subject: accounts.subject })
    .from(signIns)
    .innerJoin(accounts, eq(accounts.id, signIns.account))
    .where(eq(signIns.id, signIn.id));
  const tokens = held?.sealed ? openTokens(held.sealed, secret) : undefined;
  return tokens && held?.subject ? provider.renewRole({ tokens, subject: held.subject }) : { is: 'ended' };
}

/** Another request, perhaps at another hub, asks the provider now: a token for that works once. */
async function resultOfOtherRequest({ store, now }: CheckRoleDeps, signIn: SignIn): Promise<RoleCheck> {
  for (let step = 0; step < WAIT.steps; step += 1) {
    await pause(WAIT.stepMs);
    const { role, checkedAt, checkingUntil, endsAt } = signIns;
    const [found] = await store.select({ role, checkedAt, checkingUntil, endsAt }).from(signIns).where(eq(signIns.id, signIn.id));
    if (!found || found.endsAt <= now()) return { ok: false, why: 'ended' };
    if (found.checkingUntil !== null) continue;
    const isChecked = found.checkedAt?.getTime() !== signIn.checkedAt?.getTime();
    return isChecked ? { ok: true, signIn: { ...signIn, ...found } } : { ok: false, why: 'unreachable' };
  }
  return { ok: false, why: 'unreachable' };
}
