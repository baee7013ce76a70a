import { getCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import type { HubDeps } from '../http/hub-deps.ts';
import { refuse } from '../http/problem.ts';
import { findSignIn } from './sign-in.ts';
import type { Account } from './sign-in-link.ts';

export const DESK_COOKIE = 'cairn_session';

/** Lets in who is signed in at the desk, and says who. */
export function requireSignIn(hub: HubDeps) {
  return createMiddleware<{ Variables: { account: Account; endsAt: Date } }>(async (c, next) => {
    const secret = getCookie(c, DESK_COOKIE);
    const found = secret && (await findSignIn(hub.store, secret, hub.now()));
    if (!found) return refuse(c, 401, notSignedIn);
    c.set('account', found.account);
    c.set('endsAt', found.endsAt);
    await next();
  });
}

const notSignedIn = {
  kind: 'not-signed-in',
  detail: 'You are not signed in, or no longer.',
  remedy: 'Open a fresh sign-in link; whoever runs the hub makes one with: node src/hub/start.mjs link --name NAME',
};
