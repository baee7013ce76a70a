import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { nameTable } from '../../model/hub-api/name-table.ts';
import { computeDueNameTable, readNameTable } from '../aggregates/compute-name-table.ts';
import { isoDay, startOfWeek } from '../aggregates/week.ts';
import { admitInstalls } from '../auth/bearer.ts';
import type { HubDeps } from '../http/hub-deps.ts';
import { matchesEtag } from '../http/matches-etag.ts';
import { problemResponse, storeProblems } from '../http/problem.ts';
import { sha256 } from '../store/sha256.ts';

const route = (hub: HubDeps) =>
  createRoute({
    method: 'get',
    path: '/names',
    summary: 'The fingerprints of control names that at least ten people have met',
    description:
      'The whole table of all apps, so that a request reveals nothing about who asks. Without counts. It is computed once a week; with If-None-Match it responds 304 until then.',
    ...admitInstalls(hub),
    responses: {
      200: { description: 'The table', content: { 'application/json': { schema: nameTable } } },
      304: { description: 'The known table is the newest' },
      401: problemResponse('The secret is not that of an enrolled install'),
      429: problemResponse('Too many requests of the install are under way'),
      ...storeProblems,
    },
  });

export function namesRoutes(hub: HubDeps) {
  return new OpenAPIHono().openapi(route(hub), async (c) => {
    const now = hub.now();
    await computeDueNameTable(hub.store, now, hub.installsPerPerson);
    const names = (await readNameTable(hub.store)) ?? { week: isoDay(startOfWeek(now)), fingerprints: [] };
    const etag = `"${sha256(JSON.stringify([names.week, names.fingerprints]))}"`;
    const headers = { ETag: etag, 'Cache-Control': 'private, no-cache' };
    if (matchesEtag(etag, c.req.header('if-none-match'))) return c.body(null, 304, headers);
    return c.json(names, 200, headers);
  });
}
