import { AuthorizationResponseError, ResponseBodyError, WWWAuthenticateChallengeError } from 'openid-client';
import type { ProviderFailure } from '../../http/identity-provider.ts';

/** Answers by which a provider says that a person may not, or did not want to, sign in. */
const CANCELLED = new Set([
  'access_denied',
  'login_required',
  'consent_required',
  'interaction_required',
  'account_selection_required',
]);

/** Codes of what cannot be verified. Everything else is taken for a provider that does not answer as it should. */
const INVALID =
  /^OAUTH_(INVALID_RESPONSE|JWT_CLAIM_COMPARISON|JSON_ATTRIBUTE_COMPARISON|KEY_SELECTION|PARSE_ERROR|RESPONSE_BODY)/;

/** The code of an error, which the log may hold: its message may quote what the provider sent. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { code } = error as NodeJS.ErrnoException;
  if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError)
    return `${code} ${error.error.slice(0, 60)}`;
  const cause = error.cause instanceof Error ? (error.cause as NodeJS.ErrnoException).code : undefined;
  return code ?? cause ?? error.name;
}

export function failureOf(error: unknown): ProviderFailure {
  if (error instanceof AuthorizationResponseError) return CANCELLED.has(error.error) ? 'cancelled' : 'invalid';
  const code = codeOf(error);
  if (code.startsWith('OAUTH_JWT_TIMESTAMP_CHECK')) return 'clock';
  return INVALID.test(code) ? 'invalid' : 'unreachable';
}

/** Does the provider refuse the tokens of a sign-in, rather than not answer? */
export const isRefusal = (error: unknown): boolean =>
  (error instanceof ResponseBodyError && error.error === 'invalid_grant') ||
  (error instanceof WWWAuthenticateChallengeError && (error.status === 401 || error.status === 403)) ||
  (!(error instanceof ResponseBodyError) && failureOf(error) === 'invalid');
