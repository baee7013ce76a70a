import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import type { HubDeps } from './hub-deps.ts';

/** Logs each request by its route, never by its address or query; what asks after our health, only at debug. */
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
    const isHealthCheck = c.req.path === '/healthz' || c.req.path === '/readyz';
    hub.log[isHealthCheck ? 'debug' : 'info']('request', fields);
  });
}
