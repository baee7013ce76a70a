import { createMiddleware } from 'hono/factory';
import type { HubDeps } from '../http/hub-deps.ts';
import { refuse } from '../http/problem.ts';
import { readDeskCookie } from './desk-cookie.ts';
import { findSignIn } from './sign-in.ts';
import type { Account } from './sign-in-link.ts';

/** Admits requests of a signed-in browser, and sets `account`. */
export function requireSignIn(hub: HubDeps) {
  return createMiddleware<{ Variables: { account: Account; endsAt: Date } }>(async (c, next) => {
    const secret = readDeskCookie(c, hub);
    const found = secret && (await findSignIn(hub.store, secret, hub.now()));
    if (!found) return refuse(c, 401, notSignedIn);
    c.set('account', found.account);
    c.set('endsAt', found.endsAt);
    return next();
  });
}

const notSignedIn = {
  kind: 'not-signed-in',
  detail: 'You are not signed in, or your sign-in has expired.',
  remedy: 'Open a new sign-in link. Whoever runs the hub makes one with: node src/hub/start.mjs link --name NAME',
};
