import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { RELEASE_TYPE, releaseDocument } from '../../model/hub-api/release-document.ts';
import { type Channel, channel } from '../../model/hub-api/releases.ts';
import { slug } from '../../model/text/slug.ts';
import { admitInstalls, admitPublishingToken } from '../auth/bearer.ts';
import { decodeBody } from '../http/decode-body.ts';
import type { HubDeps } from '../http/hub-deps.ts';
import { matchesEtag } from '../http/matches-etag.ts';
import { problemResponse, refuse, storeProblems } from '../http/problem.ts';
import { compactJws, jose, publishBody, publishFromRequest, publishResponses } from './publish-from-request.ts';
import { readPackForEverybody } from './releases/read-pack-for-everybody.ts';
import { type Offer, readOffer } from './releases/release-document.ts';

const fetchRoute = (hub: HubDeps) =>
  createRoute({
    method: 'get',
    path: '/packs/{id}',
    summary:
      'What is offered of a pack: all versions with `Accept: application/vnd.cairn.release+json`, else the newest for everybody',
    description:
      'The document of versions is the same for every device of a channel: each chooses by itself, so that no request tells its department. With If-None-Match it responds 304 until something changes.',
    ...admitInstalls(hub),
    request: {
      params: z.object({ id: slug }),
      query: z.object({ channel: channel.default('live').meta({ description: '`test` is for the test systems' }) }),
    },
    responses: {
      200: {
        description: 'The offered versions, or the pack as signed',
        content: { [RELEASE_TYPE]: { schema: releaseDocument }, [jose]: { schema: compactJws } },
      },
      304: { description: 'Nothing changed' },
      400: problemResponse('The id or the channel in the address is unknown'),
      401: problemResponse('The secret is not that of an enrolled install'),
      404: problemResponse(
        'No pack with this id was published to this hub; or, where no document was asked for, no version is for everybody, or the pack is switched off',
      ),
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
      const { id } = c.req.valid('param');
      const asked = { channel: c.req.valid('query').channel, now: hub.now() };
      return acceptsReleases(c) ? answerReleases(c, await readOffer(hub.store, id, asked)) : answerPack(c, hub, { id, ...asked });
    })
    .openapi(publishRoute(hub), (c) => publishFromRequest(c, hub, { account: null }));
}

/** A release document is only for those who ask for it by name: wildcards mean a pack. */
const acceptsReleases = (c: Context): boolean =>
  (c.req.header('accept') ?? '').split(',').some((one) => one.split(';')[0]?.trim().toLowerCase() === RELEASE_TYPE);

const cachedAs = (etag: string) => ({ ETag: etag, 'Cache-Control': 'private, no-cache', Vary: 'Accept' });

async function answerReleases(c: Context, offer: Offer | undefined) {
  if (!offer) return refuse(c, 404, notPublished);
  const headers = cachedAs(offer.etag);
  if (matchesEtag(offer.etag, c.req.header('if-none-match'))) return c.body(null, 304, headers);
  return c.body(JSON.stringify(await offer.readDocument()), 200, { ...headers, 'Content-Type': RELEASE_TYPE });
}

async function answerPack(c: Context, { store }: HubDeps, { id, channel, now }: { id: string; channel: Channel; now: Date }) {
  const found = await readPackForEverybody(store, id, { channel, now });
  if (!found.ok) return refuse(c, 404, notOffered[found.why]);
  const headers = cachedAs(found.etag);
  if (matchesEtag(found.etag, c.req.header('if-none-match'))) return c.body(null, 304, headers);
  return c.body(found.jws, 200, { ...headers, 'Content-Type': jose });
}

const notPublished = {
  kind: 'unknown-pack',
  detail: 'No pack with this id was published to this hub.',
  remedy: "Publish it with POST /v1/packs, or correct the pack's address in the managed policy.",
};

const notOffered = {
  unknown: notPublished,
  'no-version': {
    kind: 'no-version-for-everybody',
    detail:
      'No version of this pack is for everybody in this channel now: it is being rolled out, has not begun, or its time is over.',
    remedy: `Ask with "Accept: ${RELEASE_TYPE}" for all versions that are offered, or wait until one is for everybody.`,
  },
  off: {
    kind: 'pack-off',
    detail: 'This pack is switched off.',
    remedy: 'A publisher can switch it on again at the desk.',
  },
};
