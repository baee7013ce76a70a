import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { erasureReceipt } from '../../../model/hub-api/intake.ts';
import { admitInstalls } from '../../auth/bearer.ts';
import type { HubDeps } from '../../http/hub-deps.ts';
import { problemResponse, storeProblems } from '../../http/problem.ts';
import { type EraseMore, eraseEntry } from './erase-entry.ts';

const route = (hub: HubDeps) =>
  createRoute({
    method: 'delete',
    path: '/entries/{id}',
    summary:
      'Erases an entry of this install; for feedback also its comments and its backlog item. A proposal with this id is withdrawn',
    description:
      'A repeated request gets the same receipt. The answer does not reveal whether another install sent an entry with this id. The hub keeps a mark made of install and id, and the day, so that it refuses the entry if it is sent again.',
    ...admitInstalls(hub),
    request: { params: z.object({ id: z.uuid() }) },
    responses: {
      200: { description: 'The receipt', content: { 'application/json': { schema: erasureReceipt } } },
      400: problemResponse('The id in the address is not a UUID'),
      401: problemResponse('The secret is not that of an enrolled install'),
      429: problemResponse('Too many requests of the install are under way'),
      ...storeProblems,
    },
  });

/** @param eraseMore erases what other parts of the hub keep under the id */
export function eraseRoutes(hub: HubDeps, eraseMore: EraseMore) {
  return new OpenAPIHono().openapi(route(hub), async (c) => {
    const { install, authorKey } = c.var;
    const id = c.req.valid('param').id.toLowerCase();
    const receipt = await eraseEntry(hub.store, { install, authorKey, id, now: hub.now() }, eraseMore);
    hub.log.info('erasure', { install, erased: receipt.erased });
    return c.json(receipt, 200);
  });
}
