import type { Context } from 'hono';
import type { SignInRefusal } from '../../../model/hub-api/sign-ins.ts';
import type { HubDeps } from '../../http/hub-deps.ts';
import type { IdentityProvider } from '../../http/identity-provider.ts';
import { setDeskCookie } from '../desk-cookie.ts';
import { recordAccess } from '../record-access.ts';
import { endSignIns, startSignIn } from '../sign-in.ts';
import type { StoredAttempt } from './attempt-cookie.ts';
import { accountOfProvider } from './provider-account.ts';
import { sealTokens } from './seal-tokens.ts';

interface Return {
  provider: IdentityProvider;
  attempt: StoredAttempt;
  url: URL;
}

/** Without a moment of authentication from the provider, nothing is confirmed. */
const NEVER = new Date(0);

/** Signs in whoever came back from a provider, and ends the sign-in that this one takes the place of. */
export async function completeSignIn(
  c: Context,
  hub: HubDeps,
  { provider, attempt, url }: Return,
): Promise<{ ok: true } | { ok: false; why: SignInRefusal }> {
  const { state, nonce, codeVerifier, confirm } = attempt;
  const completed = await provider.complete({ url, attempt: { state, nonce, codeVerifier }, confirm });
  if (!completed.ok) {
    hub.log.warn('sign-in refused', { provider: provider.id, reason: completed.code });
    return completed;
  }
  const { role, tokens, confirmedAt, ...person } = completed.value;
  if (!role) {
    hub.log.warn('sign-in refused', { provider: provider.id, reason: 'no-role' });
    return { ok: false, why: 'no-role' };
  }
  const now = hub.now();
  const account = await accountOfProvider(hub.store, person, now);
  const { secret, signIn } = await startSignIn(hub.store, {
    ...{ account, role, method: 'provider', provider: provider.id, now },
    confirmedAt: confirmedAt ?? NEVER,
    sealTokens: (own) => sealTokens(tokens, own),
  });
  // Only a sign-in of the same person is replaced: the cookie that names it is in the browser's hands.
  if (attempt.replaces) await endSignIns(hub.store, { id: attempt.replaces, account: account.id }, now);
  await recordAccess(hub.store, { account, resource: 'sign-in', query: `method=${provider.id} role=${role}`, now });
  setDeskCookie(c, hub, { secret, endsAt: signIn.endsAt });
  hub.log.info('signed in', { account: account.id, role, signInMethod: 'provider', provider: provider.id });
  return { ok: true };
}
