import type { Role } from '../../model/hub-api/role.ts';

/** What the browser holds between leaving for the provider and coming back. */
export interface SignInAttempt {
  state: string;
  nonce: string;
  codeVerifier: string;
}

/** Tokens by which the hub asks the provider again. */
export interface ProviderTokens {
  accessToken: string;
  refreshToken?: string | undefined;
}

/** Who came back from a provider. Only issuer and subject together identify a person. */
export interface ProviderIdentity {
  issuer: string;
  subject: string;
  name: string;
  /** Undefined if none of the groups has a role here. */
  role: Role | undefined;
  /** When the person last proved who they are, as far as the provider says so, by a way that is good enough to confirm. */
  confirmedAt: Date | undefined;
  tokens: ProviderTokens;
}

/**
 * Why a sign-in at a provider fails. `cancelled`: the person or the provider refused. `clock`: the clocks are too far apart. `invalid`:
 * what came back is not for this sign-in or cannot be verified. `unreachable`: the provider does not answer.
 */
export type ProviderFailure = 'cancelled' | 'clock' | 'invalid' | 'unreachable';

type ProviderResult<T> = { ok: true; value: T } | { ok: false; why: ProviderFailure; code: string };

/** Roles are asked for again with these. `ended`: the provider no longer stands by the sign-in. */
export type RenewedRole =
  | { is: 'renewed'; role: Role | undefined; tokens: ProviderTokens }
  | { is: 'ended' }
  | { is: 'unreachable'; code: string };

/** An identity provider as the hub uses it. */
export interface IdentityProvider {
  /** Names it in addresses and settings. */
  id: string;
  /** For people to read. */
  name: string;
  /** The address where the person signs in; with `confirm`, where they prove again who they are. */
  begin(options: { redirectUri: string; confirm: boolean }): Promise<ProviderResult<{ url: URL; attempt: SignInAttempt }>>;
  /** Who came back to this address. */
  complete(options: { url: URL; attempt: SignInAttempt; confirm: boolean }): Promise<ProviderResult<ProviderIdentity>>;
  /** Asks for the groups of a person again. */
  renewRole(options: { tokens: ProviderTokens; subject: string }): Promise<RenewedRole>;
  /** Where a person signs out at the provider itself, if it has such a place. */
  signOutUrl(): Promise<URL | undefined>;
}
