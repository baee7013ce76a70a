import { getCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import type { Hub } from '../edge/hub.ts';
import { refuse } from '../edge/problem.ts';
import type { Account } from './link.ts';
import { whoIsIn } from './sign-in.ts';

export const cookieName = 'cairn_session';

/** Lets in who is signed in at the desk, and says who. */
export function signedInOnly(hub: Hub) {
  return createMiddleware<{ Variables: { account: Account; endsAt: Date } }>(async (c, next) => {
    const secret = getCookie(c, cookieName);
    const found = secret && (await whoIsIn(hub.store, secret, hub.now()));
    if (!found) return refuse(c, 401, notSignedIn);
    c.set('account', found.account);
    c.set('endsAt', found.endsAt);
    await next();
  });
}

const notSignedIn = {
  kind: 'not-signed-in',
  detail: 'You are not signed in, or no longer.',
  remedy: 'Open a fresh sign-in link; whoever runs the hub makes one with: node src/hub/main.ts link --name NAME',
};
