import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { accessLogPage } from '../../model/hub-api/access-log.ts';
import { countReadings } from '../aggregates/count-readings.ts';
import { admitRoles, roleProblems } from '../auth/admit-roles.ts';
import type { HubDeps } from '../http/hub-deps.ts';
import { formatCursor, pageCursor } from '../http/page-cursor.ts';
import { problemResponse, storeProblems } from '../http/problem.ts';
import { readAccessLog } from './read-access-log.ts';

const PAGE_SIZE = 100;

const cursorParts = z.tuple([z.iso.datetime(), z.uuid(), z.string().max(200), z.string().max(500)]);

const cursor = pageCursor(cursorParts, 2000);

const route = (hub: HubDeps) =>
  createRoute({
    method: 'get',
    path: '/admin/access-log',
    summary: 'Who did or read what at the desk, newest hour first, with what employees are shown of it',
    description:
      'A row is one hour of one person, resource and query. Sign-ins and ended sign-ins are in it. A reading counts if the answer held something that people wrote.',
    ...admitRoles(hub, { roles: ['admin'] }),
    request: {
      query: z.strictObject({ before: cursor.optional().meta({ description: 'Cursor: `next` of the previous page' }) }),
    },
    responses: {
      200: { description: 'A page of the log', content: { 'application/json': { schema: accessLogPage } } },
      400: problemResponse('The query is malformed'),
      ...roleProblems,
      ...storeProblems,
    },
  });

export function accessLogRoutes(hub: HubDeps) {
  return new OpenAPIHono().openapi(route(hub), async (c) => {
    const { before } = c.req.valid('query');
    const { accesses, next } = await readAccessLog(hub.store, { before, limit: PAGE_SIZE });
    const totals = await countReadings(hub.store, hub.now());
    return c.json({ accesses, next: next && formatCursor(next), totals }, 200);
  });
}
