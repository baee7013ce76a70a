import type { Anchor, Traits } from '../../model/pack/anchor.ts';
import type { ControlSignature } from '../page/candidate.ts';
import { decode, hashLabel, hashWholeName } from '../page/hash-words.ts';
import { namesOf, wordsIn } from './languages.ts';
import { decodeNeighbourhood } from './neighbourhood.ts';

/** Words that a control has whatever stands beside it. */
export const OWN_WORD_LISTS = ['ids', 'href', 'icon', 'row', 'section'] as const;
/** What of a control is kept as fingerprints of words. */
export const WORD_LISTS = [...OWN_WORD_LISTS, 'name', 'precedingText'] as const;

/** An anchor unpacked: what is looked for, in the terms in which controls are seen. */
export interface AnchorQuery
  extends Record<(typeof WORD_LISTS)[number], number[]>,
    Pick<Traits, 'tag' | 'type' | 'landmark' | 'box' | 'windowWidth' | 'unique'> {
  role: string;
  /** Every name it goes by, as whole fingerprints. */
  keys: number[];
  neighbourhood: ControlSignature[];
  /** Place of the control itself in its neighbourhood; -1 where none was recorded. */
  neighbourhoodIndex: number;
  language: string;
  /** Its words are those of the language the page is in, though it was recorded in another. */
  isInPageLanguage: boolean;
}

/** Unpack an anchor for a page in a language. One written by hand has no traits, and every list is empty. */
export function createAnchorQuery(anchor: Anchor, pageLanguage = ''): AnchorQuery {
  const { traits = {}, role, language = '' } = anchor;
  const { neighbourhoodIndex = -1 } = traits;
  const other = wordsIn(anchor, pageLanguage);
  const names = namesOf(anchor, pageLanguage);
  const words = Object.fromEntries(WORD_LISTS.map((list) => [list, decode({ ...traits, ...other }[list])])) as Pick<
    AnchorQuery,
    (typeof WORD_LISTS)[number]
  >;
  const neighbourhood = decodeNeighbourhood(traits.neighbourhood);
  const own = neighbourhood[neighbourhoodIndex];
  if (own && other) own.key = hashWholeName(words.name);
  return {
    ...traits,
    ...words,
    role,
    keys: [...names.map(hashLabel), own?.key ?? 0],
    neighbourhood,
    neighbourhoodIndex,
    language,
    isInPageLanguage: !!other,
  };
}
