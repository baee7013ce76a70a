import type { Policy } from '../model/policy.ts';

/**
 * The match patterns of every origin in the policy, each once. `ports`: whether the browser takes ports in patterns; where it does not,
 * the pattern covers every port of the host, and `appAt` has to turn away the others.
 */
export function matchPatterns(policy: Pick<Policy, 'apps'>, { ports }: { ports: boolean }): string[] {
  const origins = policy.apps.flatMap((app) => app.origins);
  return [...new Set(origins.map((origin) => `${ports ? origin : origin.replace(/:\d+$/, '')}/*`))];
}
