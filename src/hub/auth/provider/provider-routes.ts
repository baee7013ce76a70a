import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { providerList, type SignInRefusal } from '../../../model/hub-api/sign-ins.ts';
import { slug } from '../../../model/text/slug.ts';
import { admitOpen } from '../../http/callers.ts';
import type { HubDeps } from '../../http/hub-deps.ts';
import type { IdentityProvider } from '../../http/identity-provider.ts';
import { problemResponse, refuse, storeProblems } from '../../http/problem.ts';
import { admitRoles, EVERY_ROLE, roleProblems } from '../admit-roles.ts';
import { setAttempt, takeAttempt } from './attempt-cookie.ts';
import { completeSignIn } from './complete-sign-in.ts';

const params = z.object({ id: slug });
/** The query of a page of the desk, and nothing that leads elsewhere. */
const returnTo = z
  .string()
  .max(500)
  .regex(/^(\?[\w.~%=&+-]*)?$/, 'must be the query of a page of the desk')
  .default('');
const redirect = { description: 'Leads on' };

const listRoute = createRoute({
  method: 'get',
  path: '/providers',
  summary: 'The identity providers at which people sign in to the desk',
  ...admitOpen('anyone'),
  responses: { 200: { description: 'The providers', content: { 'application/json': { schema: providerList } } } },
});
const beginRoute = createRoute({
  method: 'get',
  path: '/providers/{id}/begin',
  summary: 'Leads to the provider to sign in',
  ...admitOpen('anyone'),
  request: { params, query: z.strictObject({ return: returnTo }) },
  responses: {
    302: redirect,
    400: problemResponse('The address to come back to is not one of the desk'),
    404: problemResponse('The hub does not know this provider'),
  },
});
const callbackRoute = createRoute({
  method: 'get',
  path: '/providers/{id}/callback',
  summary: 'Where the provider leads back to. Signs in, or leads to the desk with the reason why not',
  ...admitOpen('anyone'),
  request: { params },
  responses: { 302: redirect, 400: problemResponse('The id in the address is malformed'), ...storeProblems },
});
const endRoute = createRoute({
  method: 'get',
  path: '/providers/{id}/end',
  summary: 'Leads to where people sign out at the provider, or to the desk',
  ...admitOpen('anyone'),
  request: { params },
  responses: { 302: redirect, 400: problemResponse('The id in the address is malformed') },
});
const confirmRoute = (hub: HubDeps) =>
  createRoute({
    method: 'get',
    path: '/confirm',
    summary: 'Leads to the provider of this sign-in, where the person proves again who they are',
    ...admitRoles(hub, { roles: EVERY_ROLE }),
    request: { query: z.strictObject({ return: returnTo }) },
    responses: {
      302: redirect,
      400: problemResponse('The address to come back to is not one of the desk'),
      401: roleProblems[401],
      404: problemResponse('This sign-in is by a link, which needs no confirmation'),
      ...storeProblems,
    },
  });

export function providerRoutes(hub: HubDeps) {
  const find = (id: string | null) => hub.providers.find((one) => one.id === id);
  return new OpenAPIHono()
    .openapi(listRoute, (c) => c.json({ providers: hub.providers.map(({ id, name }) => ({ id, name })) }, 200))
    .openapi(beginRoute, async (c) => {
      const provider = find(c.req.valid('param').id);
      if (!provider) return refuse(c, 404, unknownProvider);
      return leave(c, hub, { provider, confirm: false, replaces: null, returnTo: c.req.valid('query').return });
    })
    .openapi(callbackRoute, async (c) => {
      const provider = find(c.req.valid('param').id);
      const attempt = takeAttempt(c, hub);
      if (!provider || attempt?.provider !== provider.id) return refuseAtDesk(c, 'expired');
      const done = await completeSignIn(c, hub, { provider, attempt, url: new URL(redirectUri(hub, provider) + queryOf(c)) });
      return done.ok ? c.redirect(`/desk/${attempt.returnTo}`, 302) : refuseAtDesk(c, done.why);
    })
    .openapi(endRoute, async (c) => {
      const url = await find(c.req.valid('param').id)?.signOutUrl();
      return c.redirect(url?.href ?? '/desk/', 302);
    })
    .openapi(confirmRoute(hub), async (c) => {
      const { id, provider: providerId } = c.var.signIn;
      const provider = find(providerId);
      if (!provider) return refuse(c, 404, nothingToConfirm);
      return leave(c, hub, { provider, confirm: true, replaces: id, returnTo: c.req.valid('query').return });
    });
}

const redirectUri = (hub: HubDeps, { id }: IdentityProvider): string => `${hub.publicUrl()}/desk/api/providers/${id}/callback`;
const queryOf = (c: Context): string => new URL(c.req.url).search;

/** The desk says why, in the fragment, which browsers do not send on. */
const refuseAtDesk = (c: Context, why: SignInRefusal) => c.redirect(`/desk/#sign-in-refused=${why}`, 302);

interface Departure {
  provider: IdentityProvider;
  confirm: boolean;
  replaces: string | null;
  returnTo: string;
}

async function leave(c: Context, hub: HubDeps, { provider, confirm, replaces, returnTo: back }: Departure) {
  const begun = await provider.begin({ redirectUri: redirectUri(hub, provider), confirm });
  if (!begun.ok) {
    hub.log.warn('sign-in refused', { provider: provider.id, reason: begun.code });
    return refuseAtDesk(c, begun.why);
  }
  setAttempt(c, hub, { ...begun.value.attempt, provider: provider.id, confirm, replaces, returnTo: back });
  return c.redirect(begun.value.url.href, 302);
}

const unknownProvider = {
  kind: 'unknown-provider',
  detail: 'This hub has no identity provider of that id.',
  remedy: 'Open /desk/ and sign in from there.',
};
const nothingToConfirm = {
  kind: 'nothing-to-confirm',
  detail: 'You signed in by a link, which needs no confirmation.',
  remedy: 'Go back to the desk.',
};
