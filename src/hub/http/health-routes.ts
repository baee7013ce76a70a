import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { errorFields } from '../log/error-fields.ts';
import { isMigrated, newestMigration } from '../store/migrate.ts';
import { admitOpen } from './callers.ts';
import type { HubDeps } from './hub-deps.ts';
import { isFromThisMachine } from './peer-address.ts';
import { problemResponse, refuse } from './problem.ts';

/** How long an answer of the store counts. However many ask, the store is asked this often. */
const READINESS_TTL_MS = 2000;

const healthy = { description: 'Healthy', content: { 'application/json': { schema: z.strictObject({ ok: z.literal(true) }) } } };
const healthRoute = createRoute({
  method: 'get',
  path: '/healthz',
  summary: 'The process is up',
  ...admitOpen('anyone'),
  responses: { 200: healthy },
});
const readyRoute = createRoute({
  method: 'get',
  path: '/readyz',
  summary: 'The store answers, its migrations are applied, and the hub is not stopping',
  description: 'Why the hub is not ready is told only to requests from the machine that it runs on.',
  ...admitOpen('anyone'),
  responses: { 200: healthy, 503: problemResponse('The hub cannot serve requests now') },
});

type Readiness = 'ready' | 'stopping' | 'store-unreachable' | 'not-migrated';

export function healthRoutes(hub: HubDeps) {
  const storeReadiness = createStoreReadiness(hub);
  return new OpenAPIHono()
    .openapi(healthRoute, (c) => c.json({ ok: true as const }, 200))
    .openapi(readyRoute, async (c) => {
      const readiness = hub.isStopping() ? 'stopping' : await storeReadiness();
      return readiness === 'ready' ? c.json({ ok: true as const }, 200) : notReady(c, readiness);
    });
}

/** Asks the store at most once in `READINESS_TTL_MS`; requests that come meanwhile get the same answer. */
function createStoreReadiness({ probe, now, log }: HubDeps): () => Promise<Readiness> {
  // The folder does not change while the hub runs.
  const newest = newestMigration();
  let last: { at: number; answer: Promise<Readiness> } | undefined;
  const askStore = async (): Promise<Readiness> => {
    try {
      return (await isMigrated(probe, newest)) ? 'ready' : 'not-migrated';
    } catch (error) {
      log.warn('store unreachable', errorFields(error));
      return 'store-unreachable';
    }
  };
  return () => {
    const at = now().getTime();
    if (!last || Math.abs(at - last.at) >= READINESS_TTL_MS) last = { at, answer: askStore() };
    return last.answer;
  };
}

function notReady(c: Context, why: Exclude<Readiness, 'ready'>) {
  const problem = isFromThisMachine(c)
    ? reasons[why]
    : { detail: 'The hub cannot serve requests now.', remedy: 'Try again later.' };
  return refuse(c, 503, { kind: isFromThisMachine(c) ? why : 'not-ready', ...problem }, { 'Retry-After': '5' });
}

const reasons = {
  stopping: { detail: 'The hub is stopping.', remedy: 'Use another hub, or wait for it to come back.' },
  'store-unreachable': { detail: 'The store does not answer.', remedy: 'Check that the database is up and reachable.' },
  'not-migrated': {
    detail: 'Not all migrations of this hub are applied to its store.',
    remedy: 'Restart the hub: it applies them at its start.',
  },
};
