import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { batchReply, batchRequest } from '../../../model/hub-api/intake.ts';
import { createReadingTotals } from '../../aggregates/count-readings.ts';
import { admitInstalls } from '../../auth/bearer.ts';
import { decodeBody } from '../../http/decode-body.ts';
import { createFairQueue } from '../../http/fair-queue.ts';
import type { HubDeps } from '../../http/hub-deps.ts';
import { tooManyAtOnce } from '../../http/limit-concurrent.ts';
import { bodyProblems, problemResponse, refuse, storeProblems } from '../../http/problem.ts';
import { acceptBatch } from './accept-batch.ts';
import { isDeviceTime } from './correct-clock.ts';
import { OverBudgetError } from './count-usage.ts';
import { limitBatchRate } from './limit-batch-rate.ts';

const route = (hub: HubDeps) =>
  createRoute({
    method: 'post',
    path: '/entries',
    summary: 'Stores a batch of entries. Each entry is validated by itself and stored once, however often it is sent',
    description:
      'The body may be compressed with gzip, up to 2 MB after decompression. The answer is sent after everything accepted is committed. Entries that the hub has already deleted at the end of their retention are accepted as duplicates and not stored again. Answers are accepted to questions of packs that were published here, and to a few others. What one install may send in a day, and at once, is limited: a batch that gets 429 or 503 is not stored, and may be sent again after Retry-After.',
    ...admitInstalls(hub, limitBatchRate(hub), decodeBody),
    request: { body: { required: true, content: { 'application/json': { schema: batchRequest } } } },
    responses: {
      200: { description: 'A result for each entry', content: { 'application/json': { schema: batchReply } } },
      401: problemResponse('The secret is not that of an enrolled install'),
      429: problemResponse('The install sends too much at once, too often, or has used up its budget of the day'),
      ...bodyProblems,
      ...storeProblems,
    },
  });

/** Six of ten connections at most, so that the desk, packs and enrolment have the others even if batches wait for each other. */
const SHARE_OF_CONNECTIONS = 0.6;
const QUEUE = { perKey: 4, waiting: 200 };

export function entriesRoutes(hub: HubDeps) {
  const queue = createFairQueue({ ...QUEUE, running: Math.floor(hub.connections * SHARE_OF_CONNECTIONS) });
  const readings = createReadingTotals(hub);
  return new OpenAPIHono().openapi(route(hub), async (c) => {
    const { sentAt, entries } = c.req.valid('json');
    if (!isDeviceTime(sentAt)) return refuse(c, 400, impossibleClock);
    const { install, authorKey } = c.var;
    const { budget, retentionDays, releaseHours } = hub;
    const now = hub.now();
    const store = () => acceptBatch(hub.store, { install, authorKey, sentAt, entries, retentionDays, releaseHours, budget }, now);
    const outcome = await queue.run(install, store).catch(overBudget);
    if (outcome === 'over budget') return refuseOverBudget(c, hub, { install, now });
    if (!outcome.ok)
      return outcome.why === 'key is busy'
        ? refuse(c, 429, tooManyAtOnce, { 'Retry-After': '5' })
        : refuse(c, 503, queueFull, { 'Retry-After': '10' });
    const refused = outcome.value.filter((result) => !result.accepted).length;
    countOutcomes(hub, outcome.value);
    hub.log.info('batch', { install, entries: outcome.value.length, refused });
    return c.json({ now: now.toISOString(), results: outcome.value, readings: await readings() }, 200);
  });
}

function countOutcomes({ telemetry }: HubDeps, results: readonly { accepted: boolean; duplicate?: boolean | undefined }[]): void {
  const known = results.filter(({ accepted, duplicate }) => accepted && duplicate).length;
  const refused = results.filter(({ accepted }) => !accepted).length;
  telemetry.countEntries('known', known);
  telemetry.countEntries('refused', refused);
  telemetry.countEntries('stored', results.length - known - refused);
}

function overBudget(error: unknown): 'over budget' {
  if (error instanceof OverBudgetError) return 'over budget';
  throw error;
}

/** A new budget begins at midnight UTC. It is asked for at least once an hour, in case the limit is raised before. */
function refuseOverBudget(c: Context, hub: HubDeps, { install, now }: { install: string; now: Date }) {
  hub.log.warn('over budget', { install });
  const secondsToMidnight = Math.ceil((86_400_000 - (now.getTime() % 86_400_000)) / 1000);
  return refuse(c, 429, spentBudget, { 'Retry-After': String(Math.min(3600, secondsToMidnight)) });
}

const impossibleClock = {
  kind: 'malformed',
  detail: 'sentAt: must not be before 1970',
  remedy: "Send the device's clock at sending.",
};
const spentBudget = {
  kind: 'over-budget',
  detail: 'This install has sent as much today as the hub accepts from one install in a day.',
  remedy: 'Send it tomorrow (UTC). Whoever runs the hub can raise CAIRN_DAILY_ENTRIES and CAIRN_DAILY_MB.',
};
const queueFull = {
  kind: 'busy',
  detail: 'More installs send at once than the hub can serve.',
  remedy: 'Try again in a few seconds.',
};
