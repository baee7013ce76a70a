import { type Fault, formatPath } from '../model/fault/fault.ts';
import { ALL_APPS, type Policy } from '../model/policy/policy.ts';
import type { WrittenPath } from './cross-checks.ts';

type PackFields = Pick<Policy, 'apps' | 'keys' | 'packs'>;

/**
 * Warns of apps that keys and packs name and the policy does not have, and of packs that no key may sign. Where there are no apps or no
 * keys at all, that is the warning.
 */
export function unboundPacks({ apps, keys, packs }: PackFields, where: WrittenPath): Fault[] {
  const isKnown = (app: string) => apps.length === 0 || apps.some(({ id }) => id === app);
  const known = apps.map(({ id }) => `"${id}"`).join(', ');
  const unknownApp = (path: readonly PropertyKey[], app: string): Fault => ({
    path: formatPath(path),
    reason: `is "${app}", and the policy has no app of that id`,
    remedy: `Correct it, or add the app to "apps". Known are: ${known}.`,
    warning: true,
  });
  return [
    ...keys.flatMap((key) =>
      key.apps.flatMap((app, at) => (app === ALL_APPS || isKnown(app) ? [] : [unknownApp([...where(key), 'apps', at], app)])),
    ),
    ...packs.flatMap((source): Fault[] => {
      const { app } = source;
      if (app === undefined) return [];
      const path = [...where(source), 'app'];
      if (!isKnown(app)) return [unknownApp(path, app)];
      if (keys.length === 0 || keys.some((key) => key.apps.includes(app) || key.apps.includes(ALL_APPS))) return [];
      const reason = `is "${app}", and no key may sign packs for it, so that the pack is refused`;
      return [{ path: formatPath(path), reason, remedy: `Add "${app}" to "apps" of the key that signs it.`, warning: true }];
    }),
  ];
}
