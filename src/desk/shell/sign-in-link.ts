import type { SignInRefusal } from '../../model/hub-api/sign-ins.ts';

/** The one-time token of a sign-in link such as `/desk/#sign-in=TOKEN`, or null. */
export function parseToken(hash: string): string | null {
  return new URLSearchParams(hash.replace(/^#/, '')).get('sign-in') || null;
}

const REFUSALS = ['cancelled', 'clock', 'expired', 'invalid', 'no-role', 'unreachable'] as const satisfies SignInRefusal[];

/** Why a sign-in at a provider failed, in an address such as `/desk/#sign-in-refused=no-role`, or null. */
function parseRefusal(hash: string): SignInRefusal | null {
  const why = new URLSearchParams(hash.replace(/^#/, '')).get('sign-in-refused');
  return REFUSALS.find((known) => known === why) ?? null;
}

/** Removes the reason of a refusal from the address. */
export function takeRefusal(window: Pick<Window, 'location' | 'history'>): SignInRefusal | null {
  const { hash, pathname, search } = window.location;
  const refusal = parseRefusal(hash);
  if (refusal) window.history.replaceState(window.history.state, '', pathname + search);
  return refusal;
}

/** Removes the token from the address, so that it remains neither in the address bar nor in the browser's history. */
export function takeToken(window: Pick<Window, 'location' | 'history'>): string | null {
  const { hash, pathname, search } = window.location;
  const token = parseToken(hash);
  if (token) window.history.replaceState(window.history.state, '', pathname + search);
  return token;
}
