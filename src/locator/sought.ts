import type { Anchor, Traits } from '../model/anchor.ts';
import { isDrawn } from './page-model.ts';
import { keyOf, keyOfPrints } from './record-control.ts';
import type { PageModel, Seen } from './seen.ts';
import { type Stroke, sketch, strokeOf, strokesOf } from './sketch.ts';
import { namesOf, wordsIn } from './spoken.ts';
import { prints, read, spell } from './words.ts';

export const lists = [
  'name',
  'text',
  'hint',
  'ids',
  'href',
  'classes',
  'around',
  'icon',
  'row',
  'column',
  'section',
  'before',
  'after',
  'form',
  'path',
  'inside',
] as const;
type Lists = Record<(typeof lists)[number], number[]>;

/** An anchor unpacked: what is looked for, in the terms in which controls are seen. */
export interface Sought extends Lists {
  role: string;
  /** Every name it goes by, as whole fingerprints. */
  keys: number[];
  /** Its name in letters, if it may be known. */
  said: string;
  tag: string;
  type: string;
  landmark: string;
  box: readonly number[] | undefined;
  width: number;
  nth: readonly number[];
  strokes: Stroke[];
  at: number;
  language: string;
  /** Its words are those of the language the page is in, though it was recorded in another. */
  isSpoken: boolean;
}

/** What `describe` writes of a control into an anchor. */
export function traitsOf(seen: Seen, { seen: all, width, isWide }: PageModel): Traits {
  // Of a large page only what may come into the sketch is laid out.
  const near = all.slice(Math.max(0, seen.at - 120), seen.at + 120).filter(isDrawn);
  const spelt = Object.fromEntries(lists.filter((list) => seen[list].length).map((list) => [list, spell(seen[list])]));
  return {
    tag: seen.tag,
    ...(isWide && { wide: true }),
    ...(seen.type && { type: seen.type.slice(0, 40) }),
    ...spelt,
    ...(seen.landmark && { landmark: seen.landmark }),
    box: [Math.round(seen.x), Math.round(seen.y), Math.round(seen.w), Math.round(seen.h)],
    width,
    nth: seen.nth,
    ...sketch(
      near.map((one) => strokeOf(one, width)),
      near.indexOf(seen),
    ),
  };
}

/** Unpack an anchor for a page in a language. One written by hand has no traits, and every list is empty. */
export function soughtOf(anchor: Anchor, spoken = ''): Sought {
  const traits = anchor.traits ?? {};
  const other = wordsIn(anchor, spoken);
  const said = namesOf(anchor, spoken);
  const unpacked = Object.fromEntries(lists.map((list) => [list, read({ ...traits, ...other }[list])])) as Lists;
  const strokes = strokesOf(traits.sketch);
  const own = strokes[traits.at ?? -1];
  if (own && other) own.key = keyOfPrints(unpacked.name);
  return {
    ...unpacked,
    name: unpacked.name.length ? unpacked.name : prints(said[0] ?? ''),
    role: anchor.role,
    said: said[0] ?? '',
    keys: [...new Set([...said.map(keyOf), ...(own?.key ? [own.key] : [])])],
    tag: traits.tag ?? '',
    type: traits.type ?? '',
    landmark: traits.landmark ?? '',
    box: traits.box,
    width: traits.width ?? 0,
    nth: traits.nth ?? [],
    strokes,
    at: traits.at ?? -1,
    language: anchor.language?.toLowerCase() ?? '',
    isSpoken: !!other,
  };
}
