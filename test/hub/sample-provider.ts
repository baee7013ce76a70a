import type { StoredAttempt } from '../../src/hub/auth/provider/attempt-cookie.ts';
import { accountOfProvider } from '../../src/hub/auth/provider/provider-account.ts';
import { sealTokens } from '../../src/hub/auth/provider/seal-tokens.ts';
import { startSignIn } from '../../src/hub/auth/sign-in.ts';
import type { IdentityProvider } from '../../src/hub/http/identity-provider.ts';
import type { Role } from '../../src/model/hub-api/role.ts';
import type { HubInTest } from './hub-in-test.ts';

/** The cookie of a browser that left for the sample provider a moment ago. */
export function attemptCookie(given: Partial<StoredAttempt> = {}): string {
  const attempt: StoredAttempt = {
    ...{ provider: 'sample', state: 'state', nonce: 'nonce', codeVerifier: 'verifier' },
    ...{ confirm: false, replaces: null, returnTo: '' },
    ...given,
  };
  return `__Host-cairn_sign_in=${Buffer.from(JSON.stringify(attempt)).toString('base64url')}`;
}

export interface ProviderSignInOptions {
  role?: Role;
  /** When the person proved who they are; now by default. */
  confirmedAt?: Date;
  subject?: string;
}

/** The cookie of somebody who signed in at the sample provider. */
export async function signedInAtSample(hub: HubInTest, given: ProviderSignInOptions = {}): Promise<{ cookie: string }> {
  const now = hub.clock.now;
  const { subject = 'ada', role = 'facilitator', confirmedAt = now } = given;
  const account = await accountOfProvider(hub.store, { issuer: 'https://login.example.com', subject, name: 'Ada' }, now);
  const { secret } = await startSignIn(hub.store, {
    ...{ account, role, method: 'provider', provider: 'sample', confirmedAt, now },
    sealTokens: (own) => sealTokens({ accessToken: 'access', refreshToken: 'refresh' }, own),
  });
  return { cookie: `__Host-cairn_session=${secret}` };
}

/** An identity provider in memory, at which everybody is a facilitator. */
export const sampleProvider: IdentityProvider = {
  id: 'sample',
  name: 'Sample provider',
  begin: async () => ({
    ok: true,
    value: { url: new URL('https://login.example.com/'), attempt: { state: 'state', nonce: 'nonce', codeVerifier: 'verifier' } },
  }),
  complete: async () => ({
    ok: true,
    value: {
      ...{ issuer: 'https://login.example.com', subject: 'ada', name: 'Ada', role: 'facilitator' },
      ...{ confirmedAt: undefined, tokens: { accessToken: 'access' } },
    },
  }),
  renewRole: async ({ tokens }) => ({ is: 'renewed', role: 'facilitator', tokens }),
  signOutUrl: async () => new URL('https://login.example.com/out'),
};
