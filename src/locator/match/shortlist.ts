import { type Candidate, isDrawn } from '../page/candidate.ts';
import { hashWholeName, hashWords, tidy } from '../page/hash-words.ts';
import { COMPARE_ALL_UP_TO } from '../page/model.ts';
import type { PageModel } from '../page/page-model.ts';
import { type AnchorQuery, OWN_WORD_LISTS } from './anchor-query.ts';
import { clamp, nearest } from './neighbourhood.ts';

/**
 * Of a large page so many are compared on each side of the place it should be, and so many that share its rare words. Of the sketch two thirds as
 * many: where rows have come or gone, its controls are spread over more or less of the page.
 */
const WINDOW_EACH_SIDE = 30;
const MAX_SIMILAR_ELSEWHERE = 20;
/** Words are said so many controls away at most: by its label, or in its row. */
const WORD_REACH = 6;
/** What is said more often than this tells nothing. */
const COMMON_WORD_FROM = 60;

/** What of a page is compared with how much of what is sought. */
interface Shortlist {
  query: AnchorQuery;
  /** In the order of the page. */
  compared: readonly Candidate[];
  /** The only control of a large page about which all is as it was; if it was the only one then, nothing else was looked at. */
  soleMatch?: Candidate | false | undefined;
}

/**
 * The controls of a page worth comparing: of a small one all, of a large one those where it should be and those that share its words.
 *
 * @param windowIfSole so many on each side are compared with the only one of its like: on the day that is described, all is as it was. A multiple of
 * three, or no stroke of the sketch stands at its own place
 */
export function shortlist(query: AnchorQuery, { candidates, nodes }: PageModel, windowIfSole = WINDOW_EACH_SIDE): Shortlist {
  if (candidates.length <= COMPARE_ALL_UP_TO) return { query, compared: candidates };
  const { neighbourhood, keys, name, row } = query;
  const own = new Set([...keys, ...name, ...row]);
  const places = placesOf([...own, ...neighbourhood.map(({ key }) => key)], nodes);
  // How much of its own words, the rarer the more, is said near each.
  const hits = new Float64Array(candidates.length);
  for (const word of own) {
    const found = places.get(word)!;
    if (found.length <= COMMON_WORD_FROM)
      for (const place of found)
        for (let away = -WORD_REACH; away <= WORD_REACH; away++) hits[place + away]! += 1 / found.length / (1 + Math.abs(away));
  }
  const withHits = [...hits.keys()].filter((at) => hits[at]);
  const [first, second] = withHits.filter((at) => isUnchanged(candidates[at]!, query));
  const soleMatch = !second && candidates[first!];
  if (query.unique && soleMatch) return { query, compared: candidates, soleMatch };
  const windowEachSide = soleMatch ? windowIfSole : WINDOW_EACH_SIDE;
  // Where it should be, by the neighbours whose names are rare on the page.
  const guesses = neighbourhood
    .flatMap(({ key }, i) => {
      const found = places.get(key)!;
      return found.length < 3 ? found.map((place) => place + query.neighbourhoodIndex - i) : [];
    })
    .sort((a, b) => a - b);
  const from = clamp((guesses[guesses.length >> 1] ?? first ?? 0) - windowEachSide, candidates.length - windowEachSide * 2);
  const away = (at: number) => Math.abs(at - from - windowEachSide);
  // Of many that share as much, those near by.
  const worthOf = (at: number) => hits[at]! + 1e-6 / away(at);
  const others = withHits
    .filter((at) => away(at) > windowEachSide)
    .sort((a, b) => worthOf(b) - worthOf(a))
    .slice(0, MAX_SIMILAR_ELSEWHERE);
  const compared = candidates.filter((one, at) => (away(at) <= windowEachSide || others.includes(at)) && isDrawn(one));
  const { near, at: neighbourhoodIndex } = nearest(neighbourhood, query.neighbourhoodIndex, (windowEachSide * 4) / 3);
  // If they do not tell where, what is compared begins and ends anywhere, and their order would speak for what is wrong.
  return { query: { ...query, neighbourhood: guesses.length ? near : [], neighbourhoodIndex }, compared, soleMatch };
}

/** Where on the page each word is said, in numbers of controls before it. */
function placesOf(words: readonly number[], met: PageModel['nodes']): Map<number, number[]> {
  const places = new Map<number, number[]>(words.map((word) => [word, []]));
  let at = -1;
  // A loop of its own would be made fast anew at each look-up, and the rest of this with it.
  met.forEach((one) => {
    if (one.kind === 'control') at++;
    // biome-ignore lint: the field is the cache
    if (one.kind === 'text') for (const word of (one.hashes ??= wordsOf(one.node))) places.get(word)?.push(at);
  });
  return places;
}

/** Is all about it as it was, but where it stands? */
const isUnchanged = (seen: Candidate, sought: AnchorQuery): boolean =>
  seen.role === sought.role &&
  seen.tag === sought.tag &&
  OWN_WORD_LISTS.every((list) => `${seen[list]}` === `${sought[list]}`) &&
  sought.keys.includes(seen.key) &&
  isDrawn(seen);

/** The words of a text and the whole of it. Names are not computed for it. */
const wordsOf = ({ nodeValue }: Text): number[] => {
  const words = hashWords(tidy(nodeValue));
  return words.length ? [hashWholeName(words), ...words] : words;
};
