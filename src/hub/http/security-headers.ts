import { createMiddleware } from 'hono/factory';
import type { HubDeps } from './hub-deps.ts';

/** Only scripts, styles, images and requests of this hub; no frames and no forms. Injected markup therefore has no effect. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'none'",
].join('; ');

const SECURITY_HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
  'X-Frame-Options': 'DENY',
};

/** Two years, for this host alone: its neighbours are not the hub's to decide about. */
const STRICT_TRANSPORT_SECURITY = 'max-age=63072000';

/** Sets the security headers of every response, and disables caching unless the route allows it. */
export function setSecurityHeaders(hub: HubDeps) {
  return createMiddleware(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) c.res.headers.set(name, value);
    if (hub.publicUrl().startsWith('https:')) c.res.headers.set('Strict-Transport-Security', STRICT_TRANSPORT_SECURITY);
    if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store');
    if (hub.isStopping()) c.res.headers.set('Connection', 'close');
  });
}
