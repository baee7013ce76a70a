/** So many different names in one place are names of records and no rooms of an app; menus are shorter. */
const MAX_NAMES_PER_SEGMENT = 12;
/** Places remembered; an app has fewer routes, once its records are told from its rooms. */
const MAX_PREFIXES = 500;

/** What has been seen below each beginning of a route; null once it is known to be records. */
export type RouteVocabulary = Record<string, string[] | null>;

/**
 * Routes learnt on the device: where ever new names turn up in the same place, they stand for records, and become `:id`. It is told
 * templates and answers templates; what it keeps stays on the device.
 */
export function learnRoute(vocabulary: RouteVocabulary, template: string): { vocabulary: RouteVocabulary; template: string } {
  const next = { ...vocabulary };
  const parts = template.split('/');
  const learnt = parts.slice(0, 1);
  for (const part of parts.slice(1)) {
    const prefix = learnt.join('/');
    learnt.push(isLearnable(part) ? learnSegment(next, prefix, part) : part);
  }
  return { vocabulary: Object.keys(next).length > MAX_PREFIXES ? {} : next, template: learnt.join('/') };
}

/** A parameter needs no learning; an empty part is a slash at the end. */
const isLearnable = (part: string): boolean => part !== '' && !/[:*({]/.test(part);

function learnSegment(vocabulary: RouteVocabulary, prefix: string, part: string): string {
  const known = vocabulary[prefix];
  if (known === null) return ':id';
  if (known?.includes(part)) return part;
  const names = [...(known ?? []), part];
  vocabulary[prefix] = names.length > MAX_NAMES_PER_SEGMENT ? null : names;
  return names.length > MAX_NAMES_PER_SEGMENT ? ':id' : part;
}
