/** More different names than this after one prefix are names of records; menus of an app are shorter. */
const MAX_NAMES_PER_SEGMENT = 12;
/** Prefixes remembered; an app has fewer routes once its records are replaced by `:id`. */
const MAX_PREFIXES = 500;

/** The names seen after each prefix of a route; null once they are known to be records. */
export type RouteVocabulary = Record<string, string[] | null>;

/**
 * Routes learnt on the device: where more and more names follow the same prefix, they are records and become `:id`. It takes
 * a template and returns a template; the vocabulary stays on the device.
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

/** A parameter needs no learning; an empty part is a trailing slash. */
const isLearnable = (part: string): boolean => part !== '' && !/[:*({]/.test(part);

function learnSegment(vocabulary: RouteVocabulary, prefix: string, part: string): string {
  const known = Object.hasOwn(vocabulary, prefix) ? vocabulary[prefix] : undefined;
  if (known === null) return ':id';
  if (known?.includes(part)) return part;
  const names = [...(known ?? []), part];
  vocabulary[prefix] = names.length > MAX_NAMES_PER_SEGMENT ? null : names;
  return names.length > MAX_NAMES_PER_SEGMENT ? ':id' : part;
}
