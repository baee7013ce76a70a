import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { slug } from '../../model/text/slug.ts';
import type { HubDeps } from '../http/hub-deps.ts';
import { bodyProblems, problemResponse, refuse, storeProblems } from '../http/problem.ts';
import { publishPack } from './publish-pack.ts';
import { readPack } from './read-pack.ts';

export const jose = 'application/jose';
export const compactJws = z.string().meta({ description: 'A pack as compact JWS' });

const published = z.strictObject({
  id: slug,
  version: z.int(),
  duplicate: z.boolean().meta({ description: 'This version with this content was published before' }),
});

/** The body of a route that publishes. */
export const publishBody = { request: { body: { required: true, content: { [jose]: { schema: compactJws } } } } };

/** The responses of a route that publishes, whoever may call it. */
export const publishResponses = {
  200: { description: 'This version was published before', content: { 'application/json': { schema: published } } },
  201: { description: 'Published', content: { 'application/json': { schema: published } } },
  ...bodyProblems,
  400: problemResponse('The body is not a signed pack'),
  409: problemResponse(
    'This version was published with other content, or a higher version was published, or the id is that of a pack for another app',
  ),
  ...storeProblems,
};

export interface Publisher {
  /** Account; null for the publishing token. */
  account: string | null;
  /** Called before the answer is sent. */
  onPublished?: (pack: { id: string; version: number }) => Promise<void>;
}

/** Publishes the signed pack in the body of a request. */
export async function publishFromRequest(c: Context, hub: HubDeps, { account, onPublished }: Publisher) {
  const jws = (await c.req.text()).trim();
  const read = readPack(jws);
  if (!read.ok) return refuse(c, 400, { kind: 'not-a-pack', detail: read.why, remedy: read.remedy });
  const { id, version } = read.pack;
  const done = await publishPack(hub.store, { ...read, jws }, { publishedBy: account, now: hub.now() });
  if (!done.ok && 'otherApp' in done)
    return refuse(c, 409, { ...idTaken, detail: `${id} is the id of a pack for the app ${done.otherApp}.` });
  if (!done.ok)
    return refuse(c, 409, {
      ...versionHeld,
      detail: `Version ${version} of ${id} cannot be published after version ${done.newestVersion}.`,
    });
  hub.log.info('pack published', { pack: id, version, duplicate: done.duplicate });
  await onPublished?.({ id, version });
  return c.json({ id, version, duplicate: done.duplicate }, done.duplicate ? 200 : 201);
}

const idTaken = {
  kind: 'id-taken',
  remedy: 'Give the pack another id, sign it again and publish it.',
};
const versionHeld = {
  kind: 'version-held',
  remedy: 'Give the pack a higher version, sign it again and publish it.',
};
