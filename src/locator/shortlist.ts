import { keyOf } from './control.ts';
import { small } from './page-model.ts';
import { isDrawn, type PageModel, type Seen } from './seen.ts';
import { clip, nearest } from './sketch.ts';
import type { Sought } from './sought.ts';
import { prints } from './words.ts';

/**
 * Of a large page so many are compared on each side of the place it should be, and so many that share its rare words. Of the sketch fewer are:
 * where rows have come or gone, its controls are spread over more or less of the page.
 */
const beside = 30;
const alike = 20;
const sketched = 40;
/** Words are said so many controls away at most: by its label, or in its row. */
const reach = 6;
/** What is said more often than this tells nothing. */
const often = 60;
/** More than any words are worth. */
const certain = 99;

/** The controls of a page worth comparing, in the order of the page, and as much of the sketch as is compared with them. */
export function shortlist(whole: Sought, { seen, texts }: PageModel): { sought: Sought; among: readonly Seen[] } {
  if (seen.length <= small) return { sought: whole, among: seen };
  const own = new Set([...whole.keys, ...whole.name, ...whole.row]);
  // Where on the page each word is said, in numbers of controls before it.
  const places = new Map<number, number[]>();
  for (const word of [...own, ...whole.strokes.map(({ key }) => key)]) if (word) places.set(word, []);
  // A loop of its own would be made fast anew at each look-up, and the rest of this with it.
  texts.forEach((one) => {
    one.words ??= wordsOf(one.node);
    for (const word of one.words) places.get(word)?.push(one.at - 1);
  });
  // Where it should be, by the neighbours whose names are rare on the page.
  const guesses = whole.strokes
    .flatMap(({ key }, i) => {
      const found = places.get(key) ?? [];
      return found.length < 3 ? found.map((place) => place + whole.at - i) : [];
    })
    .sort((a, b) => a - b);
  const middle = guesses[guesses.length >> 1] ?? whole.at;
  const hits = new Map<number, number>();
  for (const word of own) {
    const found = places.get(word) ?? [];
    if (found.length <= often)
      for (const place of found)
        for (let away = -reach; away <= reach; away++)
          hits.set(place + away, (hits.get(place + away) ?? 0) + 1 / found.length / (1 + Math.abs(away)));
  }
  const start = clip(middle - beside, seen.length - beside * 2);
  for (let at = start; at < start + beside * 2; at++) hits.set(at, certain);
  // Of many that share as much, those near by.
  const among = [...hits]
    .sort(([a, one], [b, other]) => other - one || Math.abs(a - middle) - Math.abs(b - middle))
    .slice(0, 2 * beside + alike)
    .sort(([a], [b]) => a - b)
    .flatMap(([at]) => (seen[at] && isDrawn(seen[at]) ? seen[at] : []));
  const { near: strokes, at } = nearest(whole.strokes, whole.at, sketched);
  return { sought: { ...whole, strokes, at }, among };
}

/** The words of a text and the whole of it. Names are not computed for it. */
const wordsOf = ({ nodeValue }: Text): number[] => {
  const text = nodeValue!.trim();
  return [keyOf(text), ...prints(text)];
};
