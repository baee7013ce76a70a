import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { parseUrl } from '../../model/text/parse-url.ts';
import type { HubDeps } from './hub-deps.ts';
import { refuse } from './problem.ts';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Prevents cross-site requests with a facilitator's cookie. Browsers state the origin of a request in `Sec-Fetch-Site` or `Origin`, and
 * pages cannot change either header. A client that sends neither is not a browser and has no cookie that was not given to it.
 */
export function requireSameOrigin(hub: HubDeps) {
  return createMiddleware(async (c, next) => {
    if (!SAFE_METHODS.has(c.req.method) && !isSameOrigin(c, hub)) return refuse(c, 403, crossOrigin);
    return next();
  });
}

function isSameOrigin(c: Context, hub: HubDeps): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site) return site === 'same-origin' || site === 'none';
  const origin = c.req.header('origin');
  if (!origin) return true;
  const host = parseUrl(origin)?.host;
  return origin === hub.publicUrl() || (host !== undefined && host === c.req.header('host'));
}

const crossOrigin = {
  kind: 'cross-origin',
  detail: 'The request came from a page that is not the desk of this hub.',
  remedy: "Use the desk of this hub. If this is it, set CAIRN_PUBLIC_URL to the address in the browser's address bar.",
};
