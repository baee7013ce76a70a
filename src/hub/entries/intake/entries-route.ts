import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { batchReply, batchRequest } from '../../../model/hub-api/intake.ts';
import { requireInstall } from '../../auth/bearer.ts';
import { decodeBody } from '../../http/decode-body.ts';
import type { HubDeps } from '../../http/hub-deps.ts';
import { problemResponse, refuse } from '../../http/problem.ts';
import { acceptBatch } from './accept-batch.ts';
import { isDeviceTime } from './correct-clock.ts';

const route = (hub: HubDeps) =>
  createRoute({
    method: 'post',
    path: '/entries',
    summary: 'Stores a batch of entries. Each entry is validated by itself and stored once, however often it is sent',
    description:
      'The body may be compressed with gzip, up to 2 MB after decompression. The answer is sent after everything accepted is committed. Entries that the hub has already deleted at the end of their retention are accepted as duplicates and not stored again.',
    security: [{ install: [] }],
    middleware: [requireInstall(hub), decodeBody] as const,
    request: { body: { required: true, content: { 'application/json': { schema: batchRequest } } } },
    responses: {
      200: { description: 'A result for each entry', content: { 'application/json': { schema: batchReply } } },
      400: problemResponse('The batch is malformed'),
      401: problemResponse('The secret is not that of an enrolled install'),
      413: problemResponse('The body is too large'),
    },
  });

export function entriesRoutes(hub: HubDeps) {
  return new OpenAPIHono().openapi(route(hub), async (c) => {
    const { sentAt, entries } = c.req.valid('json');
    if (!isDeviceTime(sentAt)) return refuse(c, 400, impossibleClock);
    const now = hub.now();
    const results = await acceptBatch(
      hub.store,
      { install: c.var.install, sentAt, entries, retentionDays: hub.retentionDays },
      now,
    );
    const refused = results.filter((result) => !result.accepted).length;
    hub.log.info('batch', { install: c.var.install, entries: results.length, refused });
    return c.json({ now: now.toISOString(), results }, 200);
  });
}

const impossibleClock = {
  kind: 'malformed',
  detail: 'sentAt: must not be before 1970',
  remedy: "Send the device's clock at sending.",
};
