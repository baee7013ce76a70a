import type { Anchor, Traits } from '../../model/pack/anchor.ts';
import type { ControlSignature } from '../page/candidate.ts';
import { decode, hashLabel, hashWholeName } from '../page/hash-words.ts';
import { namesOf, wordsIn } from './languages.ts';
import { decodeNeighbourhood } from './neighbourhood.ts';

/** Lists of words that belong to a control whatever stands next to it. */
export const OWN_WORD_LISTS = ['ids', 'href', 'icon', 'row', 'section'] as const;
/** Everything that an anchor records as fingerprints of words. */
export const WORD_LISTS = [...OWN_WORD_LISTS, 'name', 'precedingText'] as const;
type WordLists = Record<(typeof WORD_LISTS)[number], number[]>;

/** An anchor unpacked for one page: what is looked for, in the terms in which the page's controls are read. */
export interface AnchorQuery extends WordLists, Pick<Traits, 'tag' | 'type' | 'landmark' | 'box' | 'windowWidth' | 'unique'> {
  role: string;
  /** Every name it goes by, each as one fingerprint. */
  keys: number[];
  /** The controls around it on the page it was recorded on, in their order. */
  neighbourhood: ControlSignature[];
  /** Place of the control itself in its neighbourhood; -1 where none was recorded. */
  neighbourhoodIndex: number;
  /** Of the page it was recorded on. */
  language: string;
  /** Its words are those of the language the page is in, though it was recorded in another. */
  isInPageLanguage: boolean;
}

/** Unpacks an anchor for a page in a language. One written by hand has no traits, and every list is empty. */
export function createAnchorQuery(anchor: Anchor, pageLanguage = ''): AnchorQuery {
  const { traits = {}, role, language = '' } = anchor;
  const { neighbourhoodIndex = -1 } = traits;
  const translation = wordsIn(anchor, pageLanguage);
  const encoded = { ...traits, ...translation };
  const words = Object.fromEntries(WORD_LISTS.map((list) => [list, decode(encoded[list])])) as WordLists;
  const neighbourhood = decodeNeighbourhood(traits.neighbourhood);
  const own = neighbourhood[neighbourhoodIndex];
  if (own && translation) own.key = hashWholeName(words.name);
  return {
    ...traits,
    ...words,
    role,
    keys: [...namesOf(anchor, pageLanguage).map(hashLabel), own?.key ?? 0],
    neighbourhood,
    neighbourhoodIndex,
    language,
    isInPageLanguage: !!translation,
  };
}
