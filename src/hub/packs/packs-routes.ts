import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { slug } from '../../model/text/slug.ts';
import { admitInstalls, admitPublishingToken } from '../auth/bearer.ts';
import { decodeBody } from '../http/decode-body.ts';
import type { HubDeps } from '../http/hub-deps.ts';
import { matchesEtag } from '../http/matches-etag.ts';
import { problemResponse, refuse, storeProblems } from '../http/problem.ts';
import { compactJws, jose, publishBody, publishFromRequest, publishResponses } from './publish-from-request.ts';
import { readNewestPack } from './publish-pack.ts';

const fetchRoute = (hub: HubDeps) =>
  createRoute({
    method: 'get',
    path: '/packs/{id}',
    summary: 'The newest version of a pack, as signed',
    description: 'With If-None-Match it responds 304 until a newer version is published.',
    ...admitInstalls(hub),
    request: { params: z.object({ id: slug }) },
    responses: {
      200: { description: 'The pack', content: { [jose]: { schema: compactJws } } },
      304: { description: 'The known version is the newest' },
      400: problemResponse('The id in the address is not that of a pack'),
      401: problemResponse('The secret is not that of an enrolled install'),
      404: problemResponse('No pack with this id was published to this hub'),
      429: problemResponse('Too many requests of the install are under way'),
      ...storeProblems,
    },
  });

const publishRoute = (hub: HubDeps) =>
  createRoute({
    method: 'post',
    path: '/packs',
    summary: 'Publishes a signed pack',
    description:
      'The hub checks its content and version. It does not verify the signature: every browser does, with its own keys.',
    ...admitPublishingToken(hub, decodeBody),
    ...publishBody,
    responses: {
      ...publishResponses,
      401: problemResponse('The publishing token is wrong'),
      403: problemResponse('This hub does not accept packs'),
    },
  });

export function packsRoutes(hub: HubDeps) {
  return new OpenAPIHono()
    .openapi(fetchRoute(hub), async (c) => {
      const found = await readNewestPack(hub.store, c.req.valid('param').id);
      if (!found) return refuse(c, 404, notPublished);
      const headers = { ETag: found.etag, 'Cache-Control': 'private, no-cache' };
      if (matchesEtag(found.etag, c.req.header('if-none-match'))) return c.body(null, 304, headers);
      return c.body(found.jws, 200, { ...headers, 'Content-Type': jose });
    })
    .openapi(publishRoute(hub), (c) => publishFromRequest(c, hub));
}

const notPublished = {
  kind: 'unknown-pack',
  detail: 'No pack with this id was published to this hub.',
  remedy: "Publish it with POST /v1/packs, or correct the pack's address in the managed policy.",
};
