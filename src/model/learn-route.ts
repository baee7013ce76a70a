/** So many different names in one place are names of records and no rooms of an app; menus are shorter. */
const MOST_ROOMS = 12;
/** Places remembered; an app has fewer routes, once its records are told from its rooms. */
const MOST_PLACES = 500;

/** What has been seen below each beginning of a route; null once it is known to be records. */
export type SeenRoutes = Record<string, string[] | null>;

/**
 * Routes learnt on the device: where ever new names turn up in the same place, they stand for records, and become `:id`. It is told
 * templates and answers templates; what it keeps stays on the device.
 */
export function learnRoute(seen: SeenRoutes, template: string): { seen: SeenRoutes; template: string } {
  const next = { ...seen };
  const parts = template.split('/');
  const made = parts.slice(0, 1);
  for (const part of parts.slice(1)) {
    const beginning = made.join('/');
    made.push(isOpen(part) ? kept(next, beginning, part) : part);
  }
  return { seen: Object.keys(next).length > MOST_PLACES ? {} : next, template: made.join('/') };
}

/** A parameter needs no learning; an empty part is a slash at the end. */
const isOpen = (part: string): boolean => part !== '' && !/[:*({]/.test(part);

function kept(seen: SeenRoutes, beginning: string, part: string): string {
  const known = seen[beginning];
  if (known === null) return ':id';
  if (known?.includes(part)) return part;
  const names = [...(known ?? []), part];
  seen[beginning] = names.length > MOST_ROOMS ? null : names;
  return names.length > MOST_ROOMS ? ':id' : part;
}
