import { MAX_ROUTE_LENGTH, shortenRoute } from '../model/route/shorten-route.ts';
import { type JudgedSegment, judgeSegments, type SegmentKnowledge } from './judge-segments.ts';

export interface RouteKnowledge {
  /** Is this a word of applications, and no name of a person? */
  hasWord(word: string): boolean;
  /** Route templates that packs of the app declare. */
  places: readonly string[];
  /** Other URL scopes of those packs that say where something is, as those of tasks. */
  scopes: readonly string[];
  /** Text of the segments that the device has learnt, by the token that stands for each in the device's own routes. */
  learnt: ReadonlyMap<string, string>;
}

/**
 * A route as it may leave the device. A segment is disclosed only if it is known to be common: a pack declares it, each of its words is a word
 * of applications and no record is expected at its position, or the device has learnt it. Anything else becomes `:id`. A route that was
 * disclosed before stays as it is.
 */
export function discloseRoute(route: string, knowledge: RouteKnowledge): string {
  if (isDeclaredPlace(route, knowledge)) return route;
  const textOf = ({ text, verdict }: JudgedSegment) => (verdict === 'known' ? text : (knowledge.learnt.get(text) ?? ':id'));
  return shortenRoute(joinRoute(judgeRoute(route, knowledge).map((path) => path.map(textOf))));
}

/** Is the route a place as a pack writes it? */
export const isDeclaredPlace = (route: string, { places }: Pick<RouteKnowledge, 'places'>): boolean =>
  route.length <= MAX_ROUTE_LENGTH && places.includes(route);

/** The segments of the path, and of the hash if it is a route, each with what is known of it. */
export function judgeRoute(route: string, { hasWord, places, scopes, learnt }: RouteKnowledge): JudgedSegment[][] {
  const declared = declaredPairs([...places, ...scopes]);
  const learntTexts = new Set(learnt.values());
  const knowledge: SegmentKnowledge = {
    hasWord,
    isDeclared: (segment, previous) => declared.has(`${previous}/${segment}`),
    isLearnt: (segment) => learntTexts.has(segment),
  };
  const [path = '', hash] = route.split('#', 2);
  const paths = hash?.startsWith('/') ? [path, hash] : [path];
  return paths.map((one) => judgeSegments(withoutQuery(one), knowledge));
}

/** The inverse of `judgeRoute`, for segments of the path and of the hash. */
export const joinRoute = (paths: readonly (readonly string[])[]): string => paths.map((path) => path.join('/')).join('#');

const withoutQuery = (path: string): string => path.replace(/[?;].*$/s, '');

/** The literal segments of URL scopes, each after the literal segment before it, or after `:` where that one is open. */
function declaredPairs(scopes: readonly string[]): Set<string> {
  const pairs = scopes.flatMap((scope) =>
    scope.split('#').flatMap((path) =>
      withoutQuery(path)
        .split('/')
        .map((segment, at, all) => ({ segment, before: all[at - 1] ?? '' })),
    ),
  );
  const literal = pairs.filter(({ segment }) => segment !== '' && isLiteral(segment));
  return new Set(literal.map(({ segment, before }) => `${isLiteral(before) ? before : ':'}/${segment}`));
}

/** A segment of a pattern that matches itself alone. */
const isLiteral = (segment: string): boolean => !/[:*(){}+?\\[\]]/.test(segment);
