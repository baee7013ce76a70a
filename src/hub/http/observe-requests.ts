import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import type { HubDeps } from './hub-deps.ts';
import { isHealthCheck } from './is-health-check.ts';

/** Times each request by its route template. Health checks are left out: they come every few seconds, and say nothing about use. */
export function observeRequests({ telemetry }: HubDeps) {
  return createMiddleware(async (c, next) => {
    if (isHealthCheck(c.req.path)) return next();
    await telemetry.request(c.req.method, next, () => ({ route: routePath(c, -1), status: c.res.status }));
  });
}
