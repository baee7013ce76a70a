import { keyOfPrints } from './control.ts';
import { small } from './page-model.ts';
import { isDrawn, type PageModel, type Seen } from './seen.ts';
import { clip, nearest } from './sketch.ts';
import { ownLists, type Sought } from './sought.ts';
import { prints, tidy } from './words.ts';

/**
 * Of a large page so many are compared on each side of the place it should be, and so many that share its rare words. Of the sketch two thirds as
 * many: where rows have come or gone, its controls are spread over more or less of the page.
 */
const most = 30;
const alike = 20;
/** Words are said so many controls away at most: by its label, or in its row. */
const reach = 6;
/** What is said more often than this tells nothing. */
const often = 60;

/** What of a page is compared with how much of what is sought. */
interface Shortlist {
  sought: Sought;
  /** In the order of the page. */
  among: readonly Seen[];
  /** The only control of a large page about which all is as it was; if it was the only one then, nothing else was looked at. */
  sole?: Seen | false | undefined;
}

/**
 * The controls of a page worth comparing: of a small one all, of a large one those where it should be and those that share its words.
 *
 * @param few so many on each side are compared with the only one of its like: on the day that is described, all is as it was. A multiple of
 * three, or no stroke of the sketch stands at its own place
 */
export function shortlist(whole: Sought, { seen, met }: PageModel, few = most): Shortlist {
  if (seen.length <= small) return { sought: whole, among: seen };
  const { strokes, keys, name, row } = whole;
  const own = new Set([...keys, ...name, ...row]);
  const places = placesOf([...own, ...strokes.map(({ key }) => key)], met);
  // How much of its own words, the rarer the more, is said near each.
  const hits = new Float64Array(seen.length);
  for (const word of own) {
    const found = places.get(word)!;
    if (found.length <= often)
      for (const place of found)
        for (let away = -reach; away <= reach; away++) hits[place + away]! += 1 / found.length / (1 + Math.abs(away));
  }
  const heard = [...hits.keys()].filter((at) => hits[at]);
  const [first, second] = heard.filter((at) => isSame(seen[at]!, whole));
  const sole = !second && seen[first!];
  if (whole.sole && sole) return { sought: whole, among: seen, sole };
  const beside = sole ? few : most;
  // Where it should be, by the neighbours whose names are rare on the page.
  const guesses = strokes
    .flatMap(({ key }, i) => {
      const found = places.get(key)!;
      return found.length < 3 ? found.map((place) => place + whole.at - i) : [];
    })
    .sort((a, b) => a - b);
  const from = clip((guesses[guesses.length >> 1] ?? first ?? 0) - beside, seen.length - beside * 2);
  const away = (at: number) => Math.abs(at - from - beside);
  // Of many that share as much, those near by.
  const worth = (at: number) => hits[at]! + 1e-6 / away(at);
  const others = heard
    .filter((at) => away(at) > beside)
    .sort((a, b) => worth(b) - worth(a))
    .slice(0, alike);
  const among = seen.filter((one, at) => (away(at) <= beside || others.includes(at)) && isDrawn(one));
  const { near, at } = nearest(strokes, whole.at, (beside * 4) / 3);
  // If they do not tell where, what is compared begins and ends anywhere, and their order would speak for what is wrong.
  return { sought: { ...whole, strokes: guesses.length ? near : [], at }, among, sole };
}

/** Where on the page each word is said, in numbers of controls before it. */
function placesOf(words: readonly number[], met: PageModel['met']): Map<number, number[]> {
  const places = new Map<number, number[]>(words.map((word) => [word, []]));
  let at = -1;
  // A loop of its own would be made fast anew at each look-up, and the rest of this with it.
  met.forEach((one) => {
    if (one.role) at++;
    // biome-ignore lint: the field is the cache
    if (one.node) for (const word of (one.words ??= wordsOf(one.node))) places.get(word)?.push(at);
  });
  return places;
}

/** Is all about it as it was, but where it stands? */
const isSame = (seen: Seen, sought: Sought): boolean =>
  seen.role === sought.role &&
  seen.tag === sought.tag &&
  ownLists.every((list) => `${seen[list]}` === `${sought[list]}`) &&
  sought.keys.includes(seen.key) &&
  isDrawn(seen);

/** The words of a text and the whole of it. Names are not computed for it. */
const wordsOf = ({ nodeValue }: Text): number[] => {
  const words = prints(tidy(nodeValue));
  return words.length ? [keyOfPrints(words), ...words] : words;
};
