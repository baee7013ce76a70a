import { keyOf } from './control.ts';
import { small } from './page-model.ts';
import { isDrawn, type PageModel, type Seen } from './seen.ts';
import type { Sought } from './sought.ts';
import { prints, tidy } from './words.ts';

/** Of a large page so many are compared on each side of the place it should be, and so many that share its rare words. */
const beside = 60;
const alike = 60;
/** Words are said so many controls away at most: by its label, or in its row. */
const reach = 6;

/** The controls of a page worth comparing, in the order of the page. */
export function shortlist(sought: Sought, model: PageModel): readonly Seen[] {
  const { seen } = model;
  if (seen.length <= small) return seen;
  model.index ??= indexOf(model);
  const { index } = model;
  const hits = new Float64Array(seen.length);
  for (const word of [...sought.keys, ...sought.name, ...sought.row]) {
    const places = index.get(word) ?? [];
    for (const place of places)
      for (let away = -reach; away <= reach; away++) hits[place + away]! += 1 / places.length / (1 + Math.abs(away));
  }
  // Where it should be, by the neighbours whose names are rare on the page.
  const guesses = sought.strokes
    .flatMap(({ key }, i) => {
      const places = (key && index.get(key)) || [];
      return places.length < 3 ? places.map((place) => place + sought.at - i) : [];
    })
    .sort((a, b) => a - b);
  const middle = guesses[guesses.length >> 1] ?? sought.at;
  // Of many that share as much, those near by.
  const near = hits.map((hit, at) => hit && hit + 1e-6 / (1 + Math.abs(at - middle)));
  const best = near.slice().sort().at(-alike) || 1e-9;
  return seen.filter(({ at }) => Math.abs(at - middle) <= beside || near[at]! >= best).filter(isDrawn);
}

/** Words and whole texts, and which control says them: in it or after it. Names are not computed for it. */
function indexOf({ texts }: PageModel): Map<number, number[]> {
  const index = new Map<number, number[]>();
  for (const { node, at } of texts) {
    const text = tidy(node.nodeValue);
    for (const word of [keyOf(text), ...prints(text)]) {
      const places = index.get(word);
      if (places) places.push(at - 1);
      else index.set(word, [at - 1]);
    }
  }
  return index;
}
