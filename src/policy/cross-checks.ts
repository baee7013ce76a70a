import { type Fault, formatPath } from '../model/fault/fault.ts';
import { memberOf } from '../model/fault/schema-at.ts';
import type { App, Policy } from '../model/policy/policy.ts';

/** The path of a usable object in what the admin wrote. */
export type WrittenPath = (kept: object) => readonly PropertyKey[];

/** Keeps the first of several items with the same key, and reports the others. */
export function dropDuplicates<T extends object>(
  items: readonly T[],
  key: keyof T & string,
  where: WrittenPath,
  faults: Fault[],
): T[] {
  const first = new Map<unknown, T>();
  return items.filter((one) => {
    const other = first.get(one[key]);
    if (!other) return first.set(one[key], one);
    const path = where(one);
    faults.push({
      path: formatPath([...path, key]),
      reason: `is "${one[key]}", as in ${formatPath(where(other))} already`,
      remedy: `Give each its own "${key}", or put the two together. Until then ${formatPath(path)} is left out.`,
    });
    return false;
  });
}

/** Assigns each origin to the first app that names it. An app without any origin left is dropped. */
export function assignOrigins(apps: readonly App[], where: WrittenPath, raw: unknown, faults: Fault[]): App[] {
  const owner = new Map<string, App>();
  return apps.flatMap((app) => {
    const origins = [...new Set(app.origins)].filter((origin) => {
      const other = owner.get(origin);
      if (other) faults.push(takenOrigin(app, origin, other, where(app), raw));
      else owner.set(origin, app);
      return !other;
    });
    if (origins.length) return [{ ...app, origins }];
    faults.push({
      path: formatPath([...where(app), 'origins']),
      reason: 'has nothing left: other apps have all of it',
      remedy: `Give it addresses of its own. Until then ${formatPath(where(app))} is left out.`,
    });
    return [];
  });
}

function takenOrigin(app: App, origin: string, other: App, path: readonly PropertyKey[], raw: unknown): Fault {
  const written = [...path, 'origins'].reduce(memberOf, raw);
  const at = Array.isArray(written) ? written.indexOf(origin) : 0;
  return {
    path: formatPath([...path, 'origins', at]),
    reason: `is "${origin}", which belongs to the app "${other.id}" already`,
    remedy: `Name it in one app only. Until then it counts for "${other.id}" and not for "${app.id}".`,
  };
}

/**
 * Warns of fields that are valid alone and make no sense together. Nothing is refused for it.
 *
 * @param hasHubFault whether the admin gave a hub, so that a missing one has a fault of its own
 */
export function inconsistencies({ apps, hub, packs, keys, switches }: Policy, hasHubFault: boolean): Fault[] {
  const rows: [boolean, Omit<Fault, 'warning'>][] = [
    [
      apps.length === 0 && (hub !== undefined || packs.length > 0),
      { path: 'apps', reason: 'names no app, so that Cairn acts nowhere', remedy: NAME_APPS_REMEDY },
    ],
    [
      packs.length > 0 && keys.length === 0,
      {
        path: 'keys',
        reason: 'names no key, so that every pack is refused',
        remedy: 'Add the public key of whoever signs your packs.',
      },
    ],
    [
      apps.length > 0 && switches.feedback && hub === undefined && !hasHubFault,
      {
        path: 'hub',
        reason: 'is missing while feedback is on: feedback stays on the device and is deleted after the retention time',
        remedy: 'Give the hub, or set switches.feedback to false.',
      },
    ],
  ];
  return rows.filter(([is]) => is).map(([, fault]) => ({ ...fault, warning: true }));
}

/** Chromium validates before us, and tells us nothing of it. */
const NAME_APPS_REMEDY =
  'Name the apps and their addresses. If the policy does, the browser found a value of a wrong type there and withheld the whole field: see chrome://policy.';

/** Warns of apps where recording is allowed and that the policy does not have. */
export function unknownStudioApps({ apps, studio }: Pick<Policy, 'apps' | 'studio'>): Fault[] {
  const known = new Set(apps.map(({ id }) => id));
  if (known.size === 0) return [];
  return (studio.apps ?? [])
    .filter((id) => !known.has(id))
    .map((id) => ({
      path: 'studio.apps',
      reason: `names "${id}", which is no app of this policy`,
      remedy: 'Name apps by their "id" in "apps", or leave out "studio.apps" for all of them.',
      warning: true,
    }));
}
