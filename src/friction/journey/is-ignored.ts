import type { ObservedControl } from '../../model/entry/control.ts';
import type { FrictionEntry } from '../../model/entry/entry.ts';
import type { IgnoreRule } from '../../model/pack/ignore-rule.ts';
import { matchesUrlScope } from '../../model/route/url-scope.ts';

/** Does a rule of the packs exclude this finding? A rule excludes what matches all of its parts; a withheld name matches none. */
export function isIgnored(
  finding: { signal: FrictionEntry['signal']; control?: ObservedControl | undefined },
  url: string,
  rules: readonly IgnoreRule[],
): boolean {
  return rules.some(
    ({ where, role, name, signals }) =>
      (!signals || signals.includes(finding.signal)) &&
      (!where || where.some((scope) => matchesUrlScope(url, scope))) &&
      (!role || role === finding.control?.role) &&
      (!name || ignoredNames(name).includes(finding.control?.name ?? '')),
  );
}

const ignoredNames = (name: NonNullable<IgnoreRule['name']>): string[] =>
  typeof name === 'string' ? [name] : Object.values(name);
