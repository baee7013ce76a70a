import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { type SignInList, signInList } from '../../model/hub-api/sign-ins.ts';
import type { HubDeps } from '../http/hub-deps.ts';
import { problemResponse, refuse, storeProblems } from '../http/problem.ts';
import { admitRoles, EVERY_ROLE, roleProblems } from './admit-roles.ts';
import { recordAccess } from './record-access.ts';
import { endSignIns, listSignIns, type SignIn } from './sign-in.ts';

const listResponse = { description: 'Sign-ins, last used first', content: { 'application/json': { schema: signInList } } };
const endResponses = {
  204: { description: 'Ended' },
  400: problemResponse('The id in the address is not a UUID'),
  404: problemResponse('The sign-in is unknown or has ended'),
  ...roleProblems,
  ...storeProblems,
};
const params = z.object({ id: z.uuid() });

const listOwnRoute = (hub: HubDeps) =>
  createRoute({
    method: 'get',
    path: '/sign-ins',
    summary: 'The sign-ins of the person who asks that have not ended',
    ...admitRoles(hub, { roles: EVERY_ROLE }),
    responses: { 200: listResponse, 401: roleProblems[401], ...storeProblems },
  });
const endOwnRoute = (hub: HubDeps) =>
  createRoute({
    method: 'delete',
    path: '/sign-ins/{id}',
    summary: 'Ends a sign-in of the person who asks',
    ...admitRoles(hub, { roles: EVERY_ROLE }),
    request: { params },
    responses: endResponses,
  });
const listAllRoute = (hub: HubDeps) =>
  createRoute({
    method: 'get',
    path: '/admin/sign-ins',
    summary: 'The sign-ins of everybody that have not ended',
    ...admitRoles(hub, { roles: ['admin'] }),
    responses: { 200: listResponse, ...roleProblems, ...storeProblems },
  });
const endAnyRoute = (hub: HubDeps) =>
  createRoute({
    method: 'delete',
    path: '/admin/sign-ins/{id}',
    summary: 'Ends a sign-in of anybody. It is recorded in the access log',
    ...admitRoles(hub, { roles: ['admin'] }),
    request: { params },
    responses: endResponses,
  });

export function signInsRoutes(hub: HubDeps) {
  return new OpenAPIHono()
    .openapi(listOwnRoute(hub), async (c) => {
      const found = await listSignIns(hub.store, { account: c.var.signIn.account.id, now: hub.now() });
      return c.json(toList(found, c.var.signIn), 200);
    })
    .openapi(endOwnRoute(hub), async (c) => {
      const selection = { id: c.req.valid('param').id, account: c.var.signIn.account.id };
      return (await endSignIns(hub.store, selection, hub.now())) > 0 ? c.body(null, 204) : refuse(c, 404, noSignIn);
    })
    .openapi(listAllRoute(hub), async (c) => c.json(toList(await listSignIns(hub.store, { now: hub.now() }), c.var.signIn), 200))
    .openapi(endAnyRoute(hub), async (c) => {
      const { id } = c.req.valid('param');
      const now = hub.now();
      if ((await endSignIns(hub.store, { id }, now)) === 0) return refuse(c, 404, noSignIn);
      await recordAccess(hub.store, { account: c.var.signIn.account, resource: 'sign-in ended', query: `id=${id}`, now });
      return c.body(null, 204);
    });
}

const toList = (found: readonly SignIn[], own: SignIn): SignInList => ({
  signIns: found.map(({ id, account, role, method, provider, ...times }) => ({
    ...{ id, name: account.name, role, method, provider, isThisOne: id === own.id },
    startedAt: times.startedAt.toISOString(),
    lastUsedAt: times.lastUsedAt.toISOString(),
    endsAt: times.endsAt.toISOString(),
  })),
});

const noSignIn = {
  kind: 'unknown-sign-in',
  detail: 'There is no such sign-in that you may end, or it has ended.',
  remedy: 'Load the list of sign-ins again.',
};
