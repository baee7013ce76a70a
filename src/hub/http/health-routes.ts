import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { errorFields } from '../log/error-fields.ts';
import { isMigrated } from '../store/migrate.ts';
import type { HubDeps } from './hub-deps.ts';
import { problemResponse, refuse } from './problem.ts';

const healthy = { description: 'Healthy', content: { 'application/json': { schema: z.strictObject({ ok: z.literal(true) }) } } };
const healthRoute = createRoute({ method: 'get', path: '/healthz', summary: 'The process is up', responses: { 200: healthy } });
const readyRoute = createRoute({
  method: 'get',
  path: '/readyz',
  summary: 'The store answers, its migrations are applied, and the hub is not stopping',
  responses: { 200: healthy, 503: problemResponse('The hub cannot serve requests now') },
});

export function healthRoutes(hub: HubDeps) {
  return new OpenAPIHono()
    .openapi(healthRoute, (c) => c.json({ ok: true as const }, 200))
    .openapi(readyRoute, async (c) => {
      if (hub.isStopping()) return refuse(c, 503, stopping);
      const migrated = await isMigrated(hub.store).catch((error: unknown) => {
        hub.log.warn('store unreachable', errorFields(error));
        return undefined;
      });
      if (migrated) return c.json({ ok: true as const }, 200);
      return refuse(c, 503, migrated === undefined ? storeUnreachable : notMigrated);
    });
}

const stopping = { kind: 'stopping', detail: 'The hub is stopping.', remedy: 'Use another hub, or wait for it to come back.' };
const storeUnreachable = {
  kind: 'store-unreachable',
  detail: 'The store does not answer.',
  remedy: 'Check that the database is up and reachable.',
};
const notMigrated = {
  kind: 'not-migrated',
  detail: 'Not all migrations of this hub are applied to its store.',
  remedy: 'Restart the hub: it applies them at its start.',
};
