import type { App, Policy } from '../model/policy/policy.ts';
import { parseUrl } from '../model/text/parse-url.ts';

/**
 * The app at an address, by its exact origin (scheme, host, port) or the nearest `*.` above it. Undefined anywhere else: Cairn does not
 * act there.
 */
export function appAt(policy: Pick<Policy, 'apps'>, url: string): App | undefined {
  const parsed = parseUrl(url);
  if (!parsed) return undefined;
  const { protocol, host, origin } = parsed;
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  const appsByOrigin = new Map(policy.apps.flatMap((app) => app.origins.map((one) => [one, app] as const)));
  return [origin, ...wildcardOrigins(protocol, host)].map((one) => appsByOrigin.get(one)).find((app) => app !== undefined);
}

/** `https://*.a.b.c`, `https://*.b.c`, …: a wildcard stands for the domain itself and all below it, as in browsers' match patterns. */
function wildcardOrigins(protocol: string, host: string): string[] {
  const labels = host.split('.');
  return labels.map((_, at) => `${protocol}//*.${labels.slice(at).join('.')}`);
}
