import type { Policy } from '../model/policy/policy.ts';

/**
 * The match patterns of every origin in the policy, each once.
 *
 * `ports`: does the browser take ports in patterns? Chromium 156 does. A pattern without a port covers every port, so the default port
 * is written out. Firefox ESR 153 accepts a pattern with a port and then matches nothing, so there the pattern covers every port of the
 * host, and `appAt` has to exclude the others.
 */
export function matchPatterns(policy: Pick<Policy, 'apps'>, { ports }: { ports: boolean }): string[] {
  const origins = policy.apps.flatMap((app) => app.origins);
  return [...new Set(origins.map((origin) => `${ports ? withPort(origin) : origin.replace(/:\d+$/, '')}/*`))];
}

function withPort(origin: string): string {
  return /:\d+$/.test(origin) ? origin : `${origin}:${origin.startsWith('https:') ? 443 : 80}`;
}
