import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { batchReply, batchRequest } from '../../model/hub-api.ts';
import { installOnly } from '../edge/bearer.ts';
import type { Hub } from '../edge/hub.ts';
import { plainBody } from '../edge/plain-body.ts';
import { problemAnswer, refuse } from '../edge/problem.ts';
import { isDeviceTime } from './correct-clock.ts';
import { takeBatch } from './take-batch.ts';

const route = (hub: Hub) =>
  createRoute({
    method: 'post',
    path: '/entries',
    summary: 'A batch of entries; each is judged alone and taken once, however often it is sent',
    description:
      'The body may be compressed with gzip, up to 2 MB once inflated. The answer comes after everything taken is safe. What was here as long as raw entries are kept is acknowledged and not stored again.',
    security: [{ install: [] }],
    middleware: [installOnly(hub), plainBody] as const,
    request: { body: { required: true, content: { 'application/json': { schema: batchRequest } } } },
    responses: {
      200: { description: 'A verdict for each', content: { 'application/json': { schema: batchReply } } },
      400: problemAnswer('The batch as a whole is malformed'),
      401: problemAnswer('No install has this secret'),
      413: problemAnswer('The body is too large'),
    },
  });

export function entriesRoutes(hub: Hub) {
  return new OpenAPIHono().openapi(route(hub), async (c) => {
    const { sentAt, entries } = c.req.valid('json');
    if (!isDeviceTime(sentAt)) return refuse(c, 400, impossibleClock);
    const now = hub.now();
    const verdicts = await takeBatch(hub.store, { install: c.var.install, sentAt, entries, keepDays: hub.keepDays }, now);
    const refused = verdicts.filter((verdict) => !verdict.taken).length;
    hub.log.info('batch', { install: c.var.install, entries: verdicts.length, refused });
    return c.json({ now: now.toISOString(), verdicts }, 200);
  });
}

const impossibleClock = {
  kind: 'malformed',
  detail: 'sentAt: must not be before 1970',
  remedy: "Send the device's clock at sending.",
};
