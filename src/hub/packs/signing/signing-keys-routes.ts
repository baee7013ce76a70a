import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { signingKeyList } from '../../../model/hub-api/signing-keys.ts';
import { admitRoles, roleProblems } from '../../auth/admit-roles.ts';
import { recordAccess } from '../../auth/record-access.ts';
import type { HubDeps } from '../../http/hub-deps.ts';
import { problemResponse, refuse, storeProblems } from '../../http/problem.ts';
import { signingKeys } from '../../store/release-schema.ts';
import { activateKey, type ChangeKeyResult, retireKey } from './activate-key.ts';
import { describeKeys, lockKeys, readKeys } from './read-keys.ts';

const list = { content: { 'application/json': { schema: signingKeyList } } };
const changed = {
  ...roleProblems,
  ...storeProblems,
  503: problemResponse('The store, or what holds the private keys, cannot be used now'),
};

const listRoute = (hub: HubDeps) =>
  createRoute({
    method: 'get',
    path: '/signing-keys',
    summary: 'The keys that sign packs at this hub. No response has a private key',
    ...admitRoles(hub, { roles: ['admin'] }),
    responses: { 200: { description: 'Newest first', ...list }, ...roleProblems, ...storeProblems },
  });

const makeRoute = (hub: HubDeps) =>
  createRoute({
    method: 'post',
    path: '/signing-keys',
    summary: 'Makes a key, to be put into policies before it signs',
    ...admitRoles(hub, { roles: ['admin'], confirm: 'publishing' }),
    responses: { 201: { description: 'All keys', ...list }, 409: problemResponse('Nothing holds a new key'), ...changed },
  });

const changeRoute = (hub: HubDeps, action: 'activate' | 'retire', summary: string) =>
  createRoute({
    method: 'post',
    path: `/signing-keys/{kid}/${action}`,
    summary,
    ...admitRoles(hub, { roles: ['admin'], confirm: 'publishing' }),
    request: { params: z.object({ kid: z.string().min(1).max(120) }) },
    responses: {
      200: { description: 'All keys', ...list },
      400: problemResponse('The address is malformed'),
      404: problemResponse('This hub has no such key'),
      409: problemResponse('The state of the key does not allow it, or packs were published at the same time'),
      ...changed,
    },
  });

export function signingKeysRoutes(hub: HubDeps) {
  const { store, signer } = hub;
  const activation = changeRoute(
    hub,
    'activate',
    'Makes a prepared key the one that signs. The offered versions are signed again with it',
  );
  const retirement = changeRoute(
    hub,
    'retire',
    'Ends a key: it signs no more, and its private part is deleted where the hub holds it',
  );
  return new OpenAPIHono()
    .openapi(listRoute(hub), async (c) => c.json(describeKeys(await readKeys(store)), 200))
    .openapi(makeRoute(hub), async (c) => {
      const made = await makeKey(hub);
      if (!made.ok) return refuse(c, made.why.kind === 'no-new-key' ? 409 : 503, made.why);
      await noteKey(c, hub, { resource: 'signing key made', kid: made.kid });
      return c.json(describeKeys(await readKeys(store)), 201);
    })
    .openapi(activation, async (c) => {
      const { kid } = c.req.valid('param');
      const done = await activateKey({ store, signer, now: hub.now() }, kid);
      if (!done.ok) return refuseChange(c, kid, done);
      await noteKey(c, hub, { resource: 'signing key activated', kid });
      return c.json(describeKeys(done.keys), 200);
    })
    .openapi(retirement, async (c) => {
      const { kid } = c.req.valid('param');
      const done = await retireKey({ store, signer, now: hub.now() }, kid);
      if (!done.ok) return refuseChange(c, kid, done);
      await noteKey(c, hub, { resource: 'signing key retired', kid });
      return c.json(describeKeys(done.keys), 200);
    });
}

/** A key of another program may be registered by two requests at once: one row stays. */
async function makeKey({ store, signer, now }: HubDeps) {
  const known = (await readKeys(store)).map(({ kid }) => kid);
  const made = await signer.makeKey(known);
  if (!made.ok) return made;
  const { kid, x, sealedPrivateKey } = made.value;
  const row = { kid, x, sealedPrivateKey, state: 'prepared', heldBy: signer.heldBy, madeAt: now() } as const;
  await store.transaction(async (tx) => {
    await lockKeys(tx);
    await tx.insert(signingKeys).values(row).onConflictDoNothing();
  });
  return { ok: true as const, kid };
}

async function noteKey(c: Context, hub: HubDeps, { resource, kid }: { resource: string; kid: string }): Promise<void> {
  hub.log.info('signing key changed', { kid });
  await recordAccess(hub.store, { account: c.get('signIn').account, resource, query: `kid=${kid}`, now: hub.now() });
}

function refuseChange(c: Context, kid: string, result: Extract<ChangeKeyResult, { ok: false }>) {
  switch (result.fault) {
    case 'unknown':
      return refuse(c, 404, unknownKey(kid));
    case 'state':
      return refuse(c, 409, wrongState(kid, result.state));
    case 'busy':
      return refuse(c, 409, result.why);
    case 'signer':
      return refuse(c, 503, result.why);
  }
}

const unknownKey = (kid: string) => ({
  kind: 'unknown-key',
  detail: `This hub has no signing key ${kid}.`,
  remedy: 'Load the list of keys again.',
});
const wrongState = (kid: string, state: string) => ({
  kind: 'wrong-state',
  detail: `The signing key ${kid} is ${state}.`,
  remedy:
    'Load the list of keys again. A key is prepared, then active, then retired, and never goes back: make a new one instead.',
});
