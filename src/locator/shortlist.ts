import { type Branch, ownOf } from './branch.ts';
import { isDrawn, small } from './page-model.ts';
import { keyOf } from './record-control.ts';
import type { PageModel, Seen } from './seen.ts';
import type { Sought } from './sought.ts';
import { push } from './tally.ts';
import { nameParts, prints, tidy } from './words.ts';

/** Of a large page so many are compared on each side of the place it should be, and so many that share its rare words. */
const beside = 60;
const alike = 60;
/** Words of its row are said at most so many controls away. */
const inRow = 6;

/** The controls of a page worth comparing, in the order of the page. */
export function shortlist(sought: Sought, model: PageModel): readonly Seen[] {
  const { seen } = model;
  if (seen.length <= small) return seen;
  model.index ??= indexOf(model);
  const { index } = model;
  const hits = new Float32Array(seen.length);
  const hit = (words: readonly number[], around: number) => {
    for (const word of words) {
      const places = index.get(word) ?? [];
      for (const place of places)
        for (let at = place - around; at <= place + around; at++) hits[at]! += 1 / places.length / (1 + Math.abs(at - place));
    }
  };
  hit([...sought.keys, ...sought.name, ...sought.ids, ...sought.href], 0);
  hit(sought.row, inRow);
  const middle = placeAmong(sought, index, seen.length);
  const best = Float32Array.from(hits).sort().at(-alike)!;
  return seen.filter(({ at }) => Math.abs(at - middle) <= beside || (hits[at]! > 0 && hits[at]! >= best)).filter(isDrawn);
}

/** Where it should be, by the neighbours whose names are rare on the page. */
function placeAmong({ strokes, at }: Sought, index: Map<number, number[]>, count: number): number {
  const guesses = strokes.flatMap(({ key }, i) => {
    const places = key ? (index.get(key) ?? []) : [];
    return places.length < 3 ? places.map((place) => place + at - i) : [];
  });
  return guesses.length ? guesses.sort((a, b) => a - b)[guesses.length >> 1]! : Math.min(at, count);
}

/** Words, and by which control they are said: in it, as its name or identifier, or after it. Names are not computed for it. */
function indexOf({ page, byElement }: PageModel): Map<number, number[]> {
  const index = new Map<number, number[]>();
  let at = 0;
  const visit = (branch: Branch): void => {
    at = byElement.get(branch.node as Element)?.at ?? at;
    if (branch.isControl || branch.kids.length) {
      const own = ownOf(branch);
      own.words ??= wordsOf(branch);
      for (const word of own.words as number[]) push(index, word, at);
    }
    for (const kid of branch.kids) if (typeof kid !== 'string') visit(kid);
  };
  visit(page.trunk);
  return index;
}

const none: number[] = [];

/** Words of what stands in a branch itself, and of what a control says in attributes. */
function wordsOf({ node, kids, isControl }: Branch): number[] {
  const said = (name: string) => (node as Element).getAttribute(name) ?? '';
  const texts = kids.filter((kid) => typeof kid === 'string').map(tidy);
  if (isControl) texts.push(tidy(said('aria-label') || said('title') || said('placeholder')));
  const words = texts.flatMap((text) => (text ? [keyOf(text), ...prints(text, 30)] : none));
  return isControl ? [...words, ...nameParts(`${said('id')} ${said('name')}`)] : words.length ? words : none;
}
