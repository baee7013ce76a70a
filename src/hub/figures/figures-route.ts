import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { compress } from 'hono/compress';
import { figureTable } from '../../model/hub-api/figure-table.ts';
import { computeDueFigures } from '../aggregates/compute-due-figures.ts';
import { readFigureTable } from '../aggregates/read-figure-table.ts';
import { admitInstalls } from '../auth/bearer.ts';
import type { HubDeps } from '../http/hub-deps.ts';
import { matchesEtag } from '../http/matches-etag.ts';
import { problemResponse, storeProblems } from '../http/problem.ts';
import { sha256 } from '../store/sha256.ts';

const route = (hub: HubDeps) =>
  createRoute({
    method: 'get',
    path: '/figures',
    summary: 'Every published figure of answers',
    description:
      'The whole table of all apps, so that a request reveals nothing about who asks. It is computed once a week; with If-None-Match it responds 304 until then.',
    ...admitInstalls(hub, compress({ encoding: 'gzip' })),
    responses: {
      200: { description: 'The table', content: { 'application/json': { schema: figureTable } } },
      304: { description: 'The known table is the newest' },
      401: problemResponse('The secret is not that of an enrolled install'),
      429: problemResponse('Too many requests of the install are under way'),
      ...storeProblems,
    },
  });

export function figuresRoutes(hub: HubDeps) {
  return new OpenAPIHono().openapi(route(hub), async (c) => {
    const { store, installsPerPerson, retentionDays } = hub;
    await computeDueFigures(store, hub.now(), { installsPerPerson, retentionDays });
    const table = await readFigureTable(store);
    const etag = `"${sha256(JSON.stringify(table))}"`;
    const headers = { ETag: etag, 'Cache-Control': 'private, no-cache' };
    if (matchesEtag(etag, c.req.header('if-none-match'))) return c.body(null, 304, headers);
    return c.json(table, 200, headers);
  });
}
