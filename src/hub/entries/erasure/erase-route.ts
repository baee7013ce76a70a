import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { erasureReceipt } from '../../../model/hub-api/intake.ts';
import { requireInstall } from '../../auth/bearer.ts';
import type { HubDeps } from '../../http/hub-deps.ts';
import { problemResponse } from '../../http/problem.ts';
import { eraseEntry } from './erase-entry.ts';

const route = (hub: HubDeps) =>
  createRoute({
    method: 'delete',
    path: '/entries/{id}',
    summary: 'Erases an entry of this install, and with feedback its words and its place in the backlog',
    description:
      'Whoever asks again gets the same receipt. An id that another install sent, and one that nobody did, are answered alike. Of what was erased the hub keeps a mark made of install and id, and the day, so that it refuses the entry if it is sent once more.',
    security: [{ install: [] }],
    middleware: [requireInstall(hub)] as const,
    request: { params: z.object({ id: z.uuid() }) },
    responses: {
      200: { description: 'The receipt', content: { 'application/json': { schema: erasureReceipt } } },
      400: problemResponse('The id is none'),
      401: problemResponse('No install has this secret'),
    },
  });

export function eraseRoutes(hub: HubDeps) {
  return new OpenAPIHono().openapi(route(hub), async (c) => {
    const { install } = c.var;
    const receipt = await eraseEntry(hub.store, { install, id: c.req.valid('param').id.toLowerCase(), now: hub.now() });
    hub.log.info('erasure', { install, erased: receipt.erased });
    return c.json(receipt, 200);
  });
}
