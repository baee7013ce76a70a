import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Role } from '../../model/hub-api/role.ts';
import { identity } from '../../model/hub-api/sign-ins.ts';
import { admitOpen } from '../http/callers.ts';
import { decodeBody } from '../http/decode-body.ts';
import type { HubDeps } from '../http/hub-deps.ts';
import { bodyProblems, problemResponse, refuse, storeProblems } from '../http/problem.ts';
import { admitRoles, EVERY_ROLE, roleProblems } from './admit-roles.ts';
import { deleteDeskCookie, readDeskCookie, setDeskCookie } from './desk-cookie.ts';
import { recordAccess } from './record-access.ts';
import { endSignIns, type SignIn, startSignIn } from './sign-in.ts';
import { redeemSignInLink } from './sign-in-link.ts';

const identityResponse = { description: 'The person who is signed in', content: { 'application/json': { schema: identity } } };

const signInRoute = createRoute({
  method: 'post',
  path: '/sign-in',
  summary: 'Signs in with the token of a one-time link. It is recorded in the access log',
  ...admitOpen('sign-in-link', decodeBody),
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
    summary: 'The person who is signed in, with the role and what it may do',
    ...admitRoles(hub, { roles: EVERY_ROLE }),
    responses: { 200: identityResponse, 401: roleProblems[401], ...storeProblems },
  });
const signOutRoute = createRoute({
  method: 'post',
  path: '/sign-out',
  summary: 'Signs out; does nothing if nobody is signed in',
  ...admitOpen('anyone'),
  responses: { 204: { description: 'Signed out' }, 403: problemResponse('The request came from another site'), ...storeProblems },
});

/** Where people sign in at a provider, a link is for when that fails: it is logged as a warning, and ends soon. */
const BREAK_GLASS_HOURS = 1;

/** @param routesOfRole the routes that a role may call */
export function signInRoutes(hub: HubDeps, routesOfRole: (role: Role) => string[]) {
  const describe = ({ account, role, method, provider, endsAt }: SignIn) => {
    const { id, name } = hub.providers.find((one) => one.id === provider) ?? {};
    return {
      ...{ name: account.name, role, method, until: endsAt.toISOString() },
      provider: id !== undefined && name !== undefined ? { id, name } : null,
      may: routesOfRole(role),
    };
  };
  return new OpenAPIHono()
    .openapi(signInRoute, async (c) => {
      const now = hub.now();
      const redeemed = await redeemSignInLink(hub.store, c.req.valid('json').token, now);
      if (!redeemed) return refuse(c, 403, spentLink);
      const isBreakGlass = hub.providers.length > 0;
      const hours = isBreakGlass ? BREAK_GLASS_HOURS : undefined;
      const { secret, signIn } = await startSignIn(hub.store, { ...redeemed, method: 'link', hours, now });
      const query = `method=link role=${redeemed.role}`;
      await recordAccess(hub.store, { account: redeemed.account, resource: 'sign-in', query, now });
      setDeskCookie(c, hub, { secret, endsAt: signIn.endsAt });
      const fields = { account: redeemed.account.id, role: redeemed.role, signInMethod: 'link' } as const;
      hub.log[isBreakGlass ? 'warn' : 'info']('signed in', fields);
      return c.json(describe(signIn), 200);
    })
    .openapi(meRoute(hub), (c) => c.json(describe(c.var.signIn), 200))
    .openapi(signOutRoute, async (c) => {
      const secret = readDeskCookie(c, hub);
      if (secret) await endSignIns(hub.store, { secret }, hub.now());
      deleteDeskCookie(c, hub);
      return c.body(null, 204);
    });
}

const spentLink = {
  kind: 'spent-link',
  detail: 'This sign-in link was used already, is older than 24 hours, or was made by another hub.',
  remedy: 'Ask whoever runs the hub for a new one. The command is: node src/hub/start.mjs link --name NAME --role ROLE',
};
