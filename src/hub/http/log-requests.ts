import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import type { HubDeps } from './hub-deps.ts';
import { isHealthCheck } from './is-health-check.ts';

/** Logs each request with its route template, never its address or query. Health checks are logged at debug level. */
export function logRequests(hub: HubDeps) {
  return createMiddleware(async (c, next) => {
    const from = performance.now();
    await next();
    const fields = {
      method: c.req.method,
      route: routePath(c, -1),
      status: c.res.status,
      ms: Math.round(performance.now() - from),
    };
    hub.log[isHealthCheck(c.req.path) ? 'debug' : 'info']('request', fields);
  });
}
