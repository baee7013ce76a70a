import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { desc } from 'drizzle-orm';
import { type PublishedPacks, publishedPacks } from '../../model/hub-api/published-packs.ts';
import { admitRoles, EVERY_ROLE, roleProblems } from '../auth/admit-roles.ts';
import { recordAccess } from '../auth/record-access.ts';
import { decodeBody } from '../http/decode-body.ts';
import type { HubDeps } from '../http/hub-deps.ts';
import { storeProblems } from '../http/problem.ts';
import { packs } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { publishBody, publishFromRequest, publishResponses } from './publish-from-request.ts';

const listRoute = (hub: HubDeps) =>
  createRoute({
    method: 'get',
    path: '/packs',
    summary: 'The newest version of every published pack',
    ...admitRoles(hub, { roles: EVERY_ROLE }),
    responses: {
      200: { description: 'The packs by app and id', content: { 'application/json': { schema: publishedPacks } } },
      401: roleProblems[401],
      ...storeProblems,
    },
  });

const publishRoute = (hub: HubDeps) =>
  createRoute({
    method: 'post',
    path: '/packs',
    summary: 'Publishes a signed pack. It is recorded in the access log who did',
    ...admitRoles(hub, { roles: ['publisher', 'admin'], confirm: 'publishing' }, decodeBody),
    ...publishBody,
    responses: { ...publishResponses, ...roleProblems },
  });

export function deskPacksRoutes(hub: HubDeps) {
  return new OpenAPIHono()
    .openapi(listRoute(hub), async (c) => c.json({ packs: await readNewestPacks(hub.store) }, 200))
    .openapi(publishRoute(hub), (c) => {
      const { account } = c.var.signIn;
      const onPublished = ({ id, version }: { id: string; version: number }) => {
        const query = `pack=${id} version=${version}`;
        return recordAccess(hub.store, { account, resource: 'pack published', query, now: hub.now() });
      };
      return publishFromRequest(c, hub, { account: account.id, onPublished });
    });
}

async function readNewestPacks(store: Store): Promise<PublishedPacks['packs']> {
  const { id, app, version, titles, publishedAt } = packs;
  const rows = await store
    .selectDistinctOn([app, id], { id, app, version, titles, publishedAt })
    .from(packs)
    .orderBy(app, id, desc(version));
  return rows.map(({ titles: guides, ...row }) => ({
    ...row,
    guides: Object.keys(guides).length,
    publishedAt: row.publishedAt.toISOString(),
  }));
}
