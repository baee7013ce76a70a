import { coveringOrigins } from '../model/policy/covering-origins.ts';
import type { App, Policy } from '../model/policy/policy.ts';
import { parseUrl } from '../model/text/parse-url.ts';

/**
 * The app at an address, by its exact origin (scheme, host, port) or the nearest `*.` above it. Undefined anywhere else: Cairn does not
 * act there.
 */
export function appAt(policy: Pick<Policy, 'apps'>, url: string): App | undefined {
  const parsed = parseUrl(url);
  if (!parsed) return undefined;
  if (!/^https?:$/.test(parsed.protocol)) return undefined;
  const appsByOrigin = new Map(policy.apps.flatMap((app) => app.origins.map((one) => [one, app] as const)));
  return coveringOrigins(parsed)
    .map((one) => appsByOrigin.get(one))
    .find((app) => app !== undefined);
}
