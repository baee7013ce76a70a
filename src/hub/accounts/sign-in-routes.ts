import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Hub } from '../edge/hub.ts';
import { plainBody } from '../edge/plain-body.ts';
import { problemAnswer, refuse } from '../edge/problem.ts';
import { redeemLink } from './link.ts';
import { noteLook } from './note-look.ts';
import { signIn, signOut } from './sign-in.ts';
import { cookieName, signedInOnly } from './signed-in-only.ts';

const me = z.strictObject({
  name: z.string().meta({ description: 'Who is signed in' }),
  until: z.iso.datetime().meta({ description: 'When the sign-in ends' }),
});
const meAnswer = { description: 'Who is signed in', content: { 'application/json': { schema: me } } };

const signInRoute = createRoute({
  method: 'post',
  path: '/sign-in',
  summary: 'Signs in with the token of a one-time link',
  middleware: plainBody,
  request: {
    body: { required: true, content: { 'application/json': { schema: z.strictObject({ token: z.string().min(1).max(200) }) } } },
  },
  responses: {
    200: meAnswer,
    400: problemAnswer('The body is malformed'),
    403: problemAnswer('The link does not work, or no more'),
  },
});
const meRoute = (hub: Hub) =>
  createRoute({
    method: 'get',
    path: '/me',
    summary: 'Who is signed in',
    security: [{ desk: [] }],
    middleware: [signedInOnly(hub)] as const,
    responses: { 200: meAnswer, 401: problemAnswer('Nobody is signed in') },
  });
const signOutRoute = createRoute({
  method: 'post',
  path: '/sign-out',
  summary: 'Signs out; does nothing if nobody is signed in',
  responses: { 204: { description: 'Signed out' } },
});

export function signInRoutes(hub: Hub) {
  return new OpenAPIHono()
    .openapi(signInRoute, async (c) => {
      const now = hub.now();
      const account = await redeemLink(hub.store, c.req.valid('json').token, now);
      if (!account) return refuse(c, 403, spentLink);
      const { secret, endsAt } = await signIn(hub.store, account, now);
      await noteLook(hub.store, { account, what: 'sign-in', asked: '', now });
      setCookie(c, cookieName, secret, { ...cookie(hub), expires: endsAt });
      hub.log.info('signed in', { account: account.id });
      return c.json({ name: account.name, until: endsAt.toISOString() }, 200);
    })
    .openapi(meRoute(hub), (c) => c.json({ name: c.var.account.name, until: c.var.endsAt.toISOString() }, 200))
    .openapi(signOutRoute, async (c) => {
      await leave(c, hub);
      return c.body(null, 204);
    });
}

async function leave(c: Context, hub: Hub): Promise<void> {
  const secret = getCookie(c, cookieName);
  if (secret) await signOut(hub.store, secret);
  deleteCookie(c, cookieName, cookie(hub));
}

const cookie = (hub: Hub) =>
  ({ httpOnly: true, sameSite: 'Strict', path: '/', secure: hub.publicUrl().startsWith('https:') }) as const;

const spentLink = {
  kind: 'spent-link',
  detail: 'This sign-in link was used already, is older than 24 hours, or is not of this hub.',
  remedy: 'Ask whoever runs the hub for a fresh one: node src/hub/main.ts link --name NAME',
};
