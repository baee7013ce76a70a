import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { decodeBody } from '../http/decode-body.ts';
import type { HubDeps } from '../http/hub-deps.ts';
import { bodyProblems, problemResponse, refuse, storeProblems } from '../http/problem.ts';
import { deleteDeskCookie, readDeskCookie, setDeskCookie } from './desk-cookie.ts';
import { recordAccess } from './record-access.ts';
import { requireSignIn } from './require-sign-in.ts';
import { signIn, signOut } from './sign-in.ts';
import { redeemSignInLink } from './sign-in-link.ts';

const identity = z.strictObject({
  name: z.string().meta({ description: 'Name of the person who is signed in' }),
  until: z.iso.datetime().meta({ description: 'When the sign-in ends' }),
});
const identityResponse = { description: 'The person who is signed in', content: { 'application/json': { schema: identity } } };

const signInRoute = createRoute({
  method: 'post',
  path: '/sign-in',
  summary: 'Signs in with the token of a one-time link',
  middleware: decodeBody,
  request: {
    body: { required: true, content: { 'application/json': { schema: z.strictObject({ token: z.string().min(1).max(200) }) } } },
  },
  responses: {
    200: identityResponse,
    ...bodyProblems,
    ...storeProblems,
    403: problemResponse('The link was used, has expired or is unknown, or the request came from another site'),
  },
});
const meRoute = (hub: HubDeps) =>
  createRoute({
    method: 'get',
    path: '/me',
    summary: 'The person who is signed in',
    security: [{ desk: [] }],
    middleware: [requireSignIn(hub)] as const,
    responses: { 200: identityResponse, 401: problemResponse('Nobody is signed in'), ...storeProblems },
  });
const signOutRoute = createRoute({
  method: 'post',
  path: '/sign-out',
  summary: 'Signs out; does nothing if nobody is signed in',
  responses: { 204: { description: 'Signed out' }, 403: problemResponse('The request came from another site'), ...storeProblems },
});

export function signInRoutes(hub: HubDeps) {
  return new OpenAPIHono()
    .openapi(signInRoute, async (c) => {
      const now = hub.now();
      const account = await redeemSignInLink(hub.store, c.req.valid('json').token, now);
      if (!account) return refuse(c, 403, spentLink);
      const session = await signIn(hub.store, account, now);
      await recordAccess(hub.store, { account, resource: 'sign-in', query: '', now });
      setDeskCookie(c, hub, session);
      hub.log.info('signed in', { account: account.id });
      return c.json({ name: account.name, until: session.endsAt.toISOString() }, 200);
    })
    .openapi(meRoute(hub), (c) => c.json({ name: c.var.account.name, until: c.var.endsAt.toISOString() }, 200))
    .openapi(signOutRoute, async (c) => {
      await endSignIn(c, hub);
      return c.body(null, 204);
    });
}

async function endSignIn(c: Context, hub: HubDeps): Promise<void> {
  const secret = readDeskCookie(c, hub);
  if (secret) await signOut(hub.store, secret);
  deleteDeskCookie(c, hub);
}

const spentLink = {
  kind: 'spent-link',
  detail: 'This sign-in link was used already, is older than 24 hours, or was made by another hub.',
  remedy: 'Ask whoever runs the hub for a new one. The command is: node src/hub/start.mjs link --name NAME',
};
