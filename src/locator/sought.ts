import type { Anchor, Traits } from '../model/anchor.ts';
import { keyOf, keyOfPrints } from './control.ts';
import type { Stroke } from './seen.ts';
import { strokesOf } from './sketch.ts';
import { namesOf, wordsIn } from './spoken.ts';
import { read } from './words.ts';

/** Words that a control has whatever stands beside it. */
export const ownLists = ['ids', 'href', 'icon', 'row', 'section'] as const;
/** What of a control is kept as fingerprints of words. */
export const lists = [...ownLists, 'name', 'before'] as const;

/** An anchor unpacked: what is looked for, in the terms in which controls are seen. */
export interface Sought
  extends Record<(typeof lists)[number], number[]>,
    Pick<Traits, 'tag' | 'type' | 'landmark' | 'box' | 'width' | 'sole'> {
  role: string;
  /** Every name it goes by, as whole fingerprints. */
  keys: number[];
  strokes: Stroke[];
  at: number;
  language: string;
  /** Its words are those of the language the page is in, though it was recorded in another. */
  isSpoken: boolean;
}

/** Unpack an anchor for a page in a language. One written by hand has no traits, and every list is empty. */
export function soughtOf(anchor: Anchor, spoken = ''): Sought {
  const { traits = {}, role, language = '' } = anchor;
  const { at = -1 } = traits;
  const other = wordsIn(anchor, spoken);
  const names = namesOf(anchor, spoken);
  const words = Object.fromEntries(lists.map((list) => [list, read({ ...traits, ...other }[list])])) as Pick<
    Sought,
    (typeof lists)[number]
  >;
  const strokes = strokesOf(traits.sketch);
  const own = strokes[at];
  if (own && other) own.key = keyOfPrints(words.name);
  return {
    ...traits,
    ...words,
    role,
    keys: [...names.map(keyOf), own?.key ?? 0],
    strokes,
    at,
    language,
    isSpoken: !!other,
  };
}
