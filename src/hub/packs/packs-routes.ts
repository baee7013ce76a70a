import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { slug } from '../../model/text/slug.ts';
import { requireInstall, requirePublisher } from '../auth/bearer.ts';
import { decodeBody } from '../http/decode-body.ts';
import type { HubDeps } from '../http/hub-deps.ts';
import { limitConcurrent } from '../http/limit-concurrent.ts';
import { matchesEtag } from '../http/matches-etag.ts';
import { bodyProblems, problemResponse, refuse, storeProblems } from '../http/problem.ts';
import { publishPack, readNewestPack } from './publish-pack.ts';
import { readPack } from './read-pack.ts';

const jose = 'application/jose';
const compactJws = z.string().meta({ description: 'A pack as compact JWS' });
const published = z.strictObject({
  id: slug,
  version: z.int(),
  duplicate: z.boolean().meta({ description: 'This version with this content was published before' }),
});

const fetchRoute = (hub: HubDeps) =>
  createRoute({
    method: 'get',
    path: '/packs/{id}',
    summary: 'The newest version of a pack, as signed',
    description: 'With If-None-Match it responds 304 until a newer version is published.',
    security: [{ install: [] }],
    middleware: [limitConcurrent(), requireInstall(hub)] as const,
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
    security: [{ publisher: [] }],
    middleware: [requirePublisher(hub), decodeBody] as const,
    request: { body: { required: true, content: { [jose]: { schema: compactJws } } } },
    responses: {
      200: { description: 'This version was published before', content: { 'application/json': { schema: published } } },
      201: { description: 'Published', content: { 'application/json': { schema: published } } },
      ...bodyProblems,
      400: problemResponse('The body is not a signed pack'),
      401: problemResponse('The publishing token is wrong'),
      403: problemResponse('This hub does not accept packs'),
      409: problemResponse(
        'This version was published with other content, or a higher version was published, or the id is that of a pack for another app',
      ),
      ...storeProblems,
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
    .openapi(publishRoute(hub), async (c) => {
      const jws = (await c.req.text()).trim();
      const read = readPack(jws);
      if (!read.ok) return refuse(c, 400, { kind: 'not-a-pack', detail: read.why, remedy: read.remedy });
      const { id, version } = read.pack;
      const done = await publishPack(hub.store, { ...read, jws }, hub.now());
      if (!done.ok && 'otherApp' in done)
        return refuse(c, 409, { ...idTaken, detail: `${id} is the id of a pack for the app ${done.otherApp}.` });
      if (!done.ok)
        return refuse(c, 409, {
          ...versionHeld,
          detail: `Version ${version} of ${id} cannot be published after version ${done.newestVersion}.`,
        });
      hub.log.info('pack published', { pack: id, version, duplicate: done.duplicate });
      return c.json({ id, version, duplicate: done.duplicate }, done.duplicate ? 200 : 201);
    });
}

const notPublished = {
  kind: 'unknown-pack',
  detail: 'No pack with this id was published to this hub.',
  remedy: "Publish it with POST /v1/packs, or correct the pack's address in the managed policy.",
};
const idTaken = {
  kind: 'id-taken',
  remedy: 'Give the pack another id, sign it again and publish it.',
};
const versionHeld = {
  kind: 'version-held',
  remedy: 'Give the pack a higher version, sign it again and publish it.',
};
