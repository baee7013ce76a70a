import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  Configuration,
  calculatePKCECodeChallenge,
  clockSkew,
  clockTolerance,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  refreshTokenGrant,
  type ServerMetadata,
} from 'openid-client';
import type { IdentityProvider, ProviderIdentity, ProviderTokens, SignInAttempt } from '../../http/identity-provider.ts';
import { type Claims, groupsIn, roleOfGroups } from './map-role.ts';
import { codeOf, failureOf, isRefusal } from './provider-failure.ts';
import { isLoopbackHttp, type ProviderSettings } from './provider-settings.ts';

/** Clocks of servers differ by seconds, and by a minute on a bad day. */
const CLOCK_TOLERANCE_S = 60;
const REQUEST_TIMEOUT_S = 8;
const METADATA_TTL_MS = 3_600_000;

export interface OpenIdProviderDeps {
  now: () => Date;
}

/** An OpenID Connect provider: authorization code with PKCE, state and nonce, and signatures of ID tokens verified. */
export function createOpenIdProvider(settings: ProviderSettings, { now }: OpenIdProviderDeps): IdentityProvider {
  const configure = createConfigurator(settings, now);
  const { id, name, scope, confirmAcr } = settings;
  return {
    id,
    name,
    async begin({ redirectUri, confirm }) {
      try {
        const attempt = { state: randomState(), nonce: randomNonce(), codeVerifier: randomPKCECodeVerifier() };
        const parameters = {
          ...{ redirect_uri: redirectUri, scope, state: attempt.state, nonce: attempt.nonce },
          ...{ code_challenge: await calculatePKCECodeChallenge(attempt.codeVerifier), code_challenge_method: 'S256' },
          ...(confirm && { max_age: '0', prompt: 'login', ...(confirmAcr && { acr_values: confirmAcr }) }),
        };
        return { ok: true, value: { url: buildAuthorizationUrl(await configure(), parameters), attempt } };
      } catch (error) {
        return { ok: false, why: failureOf(error), code: codeOf(error) };
      }
    },
    async complete({ url, attempt, confirm }) {
      try {
        return { ok: true, value: await readIdentity(await configure(), settings, { url, attempt, confirm, now: now() }) };
      } catch (error) {
        return { ok: false, why: failureOf(error), code: codeOf(error) };
      }
    },
    async renewRole({ tokens, subject }) {
      try {
        const renewed = await renewClaims(await configure(), tokens, subject);
        return { is: 'renewed', role: roleIn(renewed.claims, settings), tokens: renewed.tokens };
      } catch (error) {
        return isRefusal(error) ? { is: 'ended' } : { is: 'unreachable', code: codeOf(error) };
      }
    },
    signOutUrl: () =>
      configure().then(
        (configuration) => (configuration.serverMetadata().end_session_endpoint ? buildEndSessionUrl(configuration) : undefined),
        () => undefined,
      ),
  };
}

/**
 * Makes configurations. What the provider says of itself is asked for once an hour. Its keys are asked for anew each time, because the
 * library keeps them with a configuration: so a key that was changed a moment ago is known, and one that was withdrawn is not.
 */
function createConfigurator(settings: ProviderSettings, now: () => Date): () => Promise<Configuration> {
  const { issuer, clientId, clientSecret } = settings;
  const execute = [enableNonRepudiationChecks, ...(isLoopbackHttp(issuer) ? [allowInsecureRequests] : [])];
  let known: { at: number; metadata: ServerMetadata } | undefined;
  const metadata = async (): Promise<ServerMetadata> => {
    if (known && Math.abs(Date.now() - known.at) < METADATA_TTL_MS) return known.metadata;
    const found = await discovery(new URL(issuer), clientId, undefined, None(), { execute, timeout: REQUEST_TIMEOUT_S });
    known = { at: Date.now(), metadata: found.serverMetadata() };
    return known.metadata;
  };
  return async () => {
    const client = {
      ...(clientSecret !== undefined && { client_secret: clientSecret }),
      [clockTolerance]: CLOCK_TOLERANCE_S,
      [clockSkew]: Math.round((now().getTime() - Date.now()) / 1000),
    };
    const own = { ...(await metadata()) };
    const configuration = new Configuration(own, clientId, client, clientSecret === undefined ? None() : undefined);
    configuration.timeout = REQUEST_TIMEOUT_S;
    for (const apply of execute) apply(configuration);
    return configuration;
  };
}

interface Arrival {
  url: URL;
  attempt: SignInAttempt;
  confirm: boolean;
  now: Date;
}

async function readIdentity(
  configuration: Configuration,
  settings: ProviderSettings,
  { url, attempt, confirm, now }: Arrival,
): Promise<ProviderIdentity> {
  const response = await authorizationCodeGrant(configuration, url, {
    expectedState: attempt.state,
    expectedNonce: attempt.nonce,
    pkceCodeVerifier: attempt.codeVerifier,
    ...(confirm && { maxAge: 0 }),
  });
  const claims = response.claims()!;
  const tokens = { accessToken: response.access_token, refreshToken: response.refresh_token };
  const all = await withUserInfo(configuration, { claims, accessToken: tokens.accessToken, subject: claims.sub });
  return {
    issuer: claims.iss,
    subject: claims.sub,
    name: nameIn(all) ?? claims.sub,
    role: roleIn(all, settings),
    confirmedAt: confirmedAt(claims, { confirmAcr: settings.confirmAcr, now }),
    tokens,
  };
}

/** A fresh sign-in confirms only with the acr that the settings ask for. A provider whose clock is ahead confirms nothing in the future. */
function confirmedAt(claims: Claims, { confirmAcr, now }: { confirmAcr: string | undefined; now: Date }): Date | undefined {
  if (typeof claims.auth_time !== 'number') return undefined;
  if (confirmAcr !== undefined && claims.acr !== confirmAcr) return undefined;
  return new Date(Math.min(claims.auth_time * 1000, now.getTime()));
}

interface UserInfoQuery {
  claims: Claims;
  accessToken: string;
  subject: string;
}

/** The claims of an ID token with what the provider says of the person now, if it has a place for that. */
async function withUserInfo(configuration: Configuration, { claims, accessToken, subject }: UserInfoQuery): Promise<Claims> {
  if (!configuration.serverMetadata().userinfo_endpoint) return claims;
  return { ...claims, ...(await fetchUserInfo(configuration, accessToken, subject)) };
}

/** Only claims that the provider makes now count: those of the first ID token would keep a group that has been taken away. */
async function renewClaims(
  configuration: Configuration,
  { accessToken, refreshToken }: ProviderTokens,
  subject: string,
): Promise<{ claims: Claims; tokens: ProviderTokens }> {
  if (refreshToken === undefined) {
    const claims = await withUserInfo(configuration, { claims: {}, accessToken, subject });
    return { claims, tokens: { accessToken } };
  }
  const response = await refreshTokenGrant(configuration, refreshToken);
  const tokens = { accessToken: response.access_token, refreshToken: response.refresh_token ?? refreshToken };
  const own = response.claims() ?? {};
  return { claims: await withUserInfo(configuration, { claims: own, accessToken: tokens.accessToken, subject }), tokens };
}

const roleIn = (claims: Claims, { groupsClaim, roles }: ProviderSettings) =>
  roleOfGroups(groupsIn(claims, groupsClaim) ?? [], roles);

/** The name by which people know the person, in the order in which providers fill these in. */
function nameIn(claims: Claims): string | undefined {
  const names = [claims.name, claims.preferred_username, claims.email];
  return names
    .find((one): one is string => typeof one === 'string' && one.trim() !== '')
    ?.trim()
    .slice(0, 120);
}
