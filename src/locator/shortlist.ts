import type { PageModel, Seen } from './seen.ts';
import type { Sought } from './sought.ts';

/** Up to so many controls are all compared; a page with more is a long list or a grid. */
const small = 250;
/** Of a larger page: so many on each side of the place it should be, and so many that share its rare words. */
const beside = 80;
const alike = 80;

/** The controls of a page worth comparing, in the order of the page. */
export function shortlist(sought: Sought, model: PageModel): readonly Seen[] {
  const { seen } = model;
  if (seen.length <= small) return seen;
  const index = indexOf(model);
  const hits = new Float32Array(seen.length);
  for (const word of [...sought.name, ...sought.keys, ...sought.ids, ...sought.href, ...sought.row, ...sought.icon]) {
    const places = index.get(word) ?? [];
    for (const place of places) hits[place]! += 1 / places.length;
  }
  const middle = placeAmong(sought, index, seen.length);
  const best = Float32Array.from(hits).sort().at(-alike)!;
  return seen.filter(({ at }) => Math.abs(at - middle) <= beside || (hits[at]! > 0 && hits[at]! >= best));
}

/** Where it should be, by the neighbours whose names are rare on the page. */
function placeAmong({ strokes, at }: Sought, index: Map<number, number[]>, count: number): number {
  const guesses = strokes.flatMap(({ key }, i) => {
    const places = key ? (index.get(key) ?? []) : [];
    return places.length < 3 ? places.map((place) => place + at - i) : [];
  });
  return guesses.length ? guesses.sort((a, b) => a - b)[guesses.length >> 1]! : Math.min(at, count);
}

/** Words and whole names, and where they are; made once a model. */
function indexOf(model: PageModel): Map<number, number[]> {
  if (model.index) return model.index;
  const index = new Map<number, number[]>();
  for (const { at, key, name, ids, href, row, icon } of model.seen)
    for (const word of new Set([key, ...name, ...ids, ...href, ...row, ...icon])) {
      const places = index.get(word);
      if (places) places.push(at);
      else index.set(word, [at]);
    }
  model.index = index;
  return index;
}
