import type { Control } from '../model/control.ts';
import type { FrictionEntry } from '../model/entry.ts';
import type { Ignore } from '../model/ignore.ts';
import { liesIn } from '../model/place-pattern.ts';

/** Does one of the packs' rules leave this finding out? A rule leaves out what all of its parts fit; a name that was withheld fits none. */
export function isIgnored(
  found: { signal: FrictionEntry['signal']; control?: Control | undefined },
  url: string,
  rules: readonly Ignore[],
): boolean {
  return rules.some(
    ({ where, role, name, signals }) =>
      (!signals || signals.includes(found.signal)) &&
      (!where || where.some((place) => liesIn(url, place))) &&
      (!role || role === found.control?.role) &&
      (!name || namesOf(name).includes(found.control?.name ?? '')),
  );
}

const namesOf = (name: NonNullable<Ignore['name']>): string[] => (typeof name === 'string' ? [name] : Object.values(name));
