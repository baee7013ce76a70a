import { type Candidate, isDrawn } from '../page/candidate.ts';
import { COMPARE_ALL_UP_TO } from '../page/model.ts';
import type { PageModel } from '../page/page-model.ts';
import { withoutHiddenCopies } from '../page/same-control.ts';
import { type AnchorQuery, OWN_WORD_LISTS } from './anchor-query.ts';
import { clamp, nearest } from './neighbourhood.ts';
import { placesOf } from './places-of.ts';

/**
 * Of a large page so many controls are compared on each side of where the control should be. Of its neighbourhood two thirds as many:
 * where rows have come or gone, it is spread over more or less of the page.
 */
const WINDOW_EACH_SIDE = 30;
/** And so many elsewhere that share its rare words. */
const MAX_SIMILAR_ELSEWHERE = 20;
/** A word tells something about controls that are at most so many places away: its label, or the row it stands in. */
const WORD_REACH = 6;
/** A word that stands on the page more often than this tells nothing. */
const MAX_WORD_COUNT = 60;
/** A neighbour's name that stands on the page more often than this does not tell where the control should be. */
const MAX_NEIGHBOUR_COUNT = 2;

/** What of a page is compared with how much of what is looked for. */
interface Shortlist {
  query: AnchorQuery;
  /** In the order of the page. */
  compared: readonly Candidate[];
  /** The only control of a large page about which everything is as it was; if it was the only one then, nothing else was looked at. */
  soleMatch?: Candidate | false | undefined;
}

/**
 * The controls of a page worth comparing: of a small one all, of a large one those where the control should be and those that share its
 * words.
 *
 * @param windowIfSole as `WINDOW_EACH_SIDE`, if there is a sole match: on the day that is described, everything is as it was. A multiple
 * of three, or no control of the neighbourhood would stand at its own place
 */
export function shortlist(query: AnchorQuery, { candidates, nodes }: PageModel, windowIfSole = WINDOW_EACH_SIDE): Shortlist {
  if (candidates.length <= COMPARE_ALL_UP_TO) return { query, compared: withoutHiddenCopies(candidates, query.keys) };
  const ownWords = new Set([...query.keys, ...query.name, ...query.row]);
  const places = placesOf([...ownWords, ...query.neighbourhood.map(({ key }) => key)], nodes);
  const hits = hitsNear(ownWords, places, candidates.length);
  const withHits = [...hits.keys()].filter((at) => hits[at]);
  const [first, second] = withHits.filter((at) => isUnchanged(candidates[at]!, query));
  const soleMatch = !second && candidates[first!];
  if (query.unique && soleMatch) return { query, compared: candidates, soleMatch };
  const windowEachSide = soleMatch ? windowIfSole : WINDOW_EACH_SIDE;
  const expected = expectedPlace(query, places);
  const from = clamp((expected ?? first ?? 0) - windowEachSide, candidates.length - windowEachSide * 2);
  const distance = (at: number) => Math.abs(at - from - windowEachSide);
  const similar = mostSimilar(withHits, { hits, distance, beyond: windowEachSide });
  const compared = candidates.filter((one, at) => (distance(at) <= windowEachSide || similar.has(at)) && isDrawn(one));
  const { near, at: neighbourhoodIndex } = nearest(query.neighbourhood, query.neighbourhoodIndex, (windowEachSide * 4) / 3);
  // If the neighbours do not tell where, what is compared begins and ends anywhere, and their order would speak for the wrong control.
  const neighbourhood = expected === undefined ? [] : near;
  return {
    query: { ...query, neighbourhood, neighbourhoodIndex },
    compared: withoutHiddenCopies(compared, query.keys),
    soleMatch,
  };
}

/** How much of the query's own words stands near each control, rare ones counting more. */
function hitsNear(words: Iterable<number>, places: ReadonlyMap<number, number[]>, count: number): Float64Array {
  const hits = new Float64Array(count);
  for (const word of words) {
    const found = places.get(word)!;
    if (found.length > MAX_WORD_COUNT) continue;
    for (const place of found)
      for (let away = -WORD_REACH; away <= WORD_REACH; away++) hits[place + away]! += 1 / found.length / (1 + Math.abs(away));
  }
  return hits;
}

/** Where the control should be, by the neighbours whose names are rare on the page; the median of what they say. */
function expectedPlace(
  { neighbourhood, neighbourhoodIndex }: AnchorQuery,
  places: ReadonlyMap<number, number[]>,
): number | undefined {
  const guesses = neighbourhood.flatMap(({ key }, i) => {
    const found = places.get(key)!;
    return found.length <= MAX_NEIGHBOUR_COUNT ? found.map((place) => place + neighbourhoodIndex - i) : [];
  });
  return guesses.sort((a, b) => a - b)[guesses.length >> 1];
}

interface Similarity {
  hits: Float64Array;
  /** Distance of a control from the middle of the window. */
  distance: (at: number) => number;
  /** Only controls that are further away than this. */
  beyond: number;
}

/** The controls elsewhere that share most words; of many that share as much, those near by. */
function mostSimilar(withHits: readonly number[], { hits, distance, beyond }: Similarity): Set<number> {
  const worthOf = (at: number) => hits[at]! + 1e-6 / distance(at);
  const elsewhere = withHits.filter((at) => distance(at) > beyond).sort((a, b) => worthOf(b) - worthOf(a));
  return new Set(elsewhere.slice(0, MAX_SIMILAR_ELSEWHERE));
}

/** Is everything about it as it was, but where it stands? */
const isUnchanged = (candidate: Candidate, query: AnchorQuery): boolean =>
  candidate.role === query.role &&
  candidate.tag === query.tag &&
  OWN_WORD_LISTS.every((list) => `${candidate[list]}` === `${query[list]}`) &&
  query.keys.includes(candidate.key) &&
  isDrawn(candidate);
