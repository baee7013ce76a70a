import { normalizeWord, withoutAccents } from './normalize-text.ts';

/** Words of applications, looked up in the spellings in which applications write them. */
export interface WordSet {
  /** @param word normalized */
  has(word: string): boolean;
  /** @param word normalized, of a word that was written in capitals, where French and Spanish leave accents out */
  hasCapitals(word: string): boolean;
  /** Is it a given or family name? Then no form and no part of it counts. */
  isName(word: string): boolean;
}

/**
 * @param words as they are written
 * @param names given and family names, which are in no set
 */
export function createWordSet(words: Iterable<string>, names: ReadonlySet<string>): WordSet {
  const isName = (word: string) => names.has(word) || names.has(withoutAccents(word));
  const known = new Set<string>();
  const unaccented = new Set<string>();
  for (const one of words) {
    const word = normalizeWord(one);
    if (isName(word)) continue;
    known.add(word);
    unaccented.add(withoutAccents(word));
  }
  return {
    isName,
    has: (word) => known.has(word),
    hasCapitals: (word) => known.has(word) || (unaccented.has(word) && !isName(word)),
  };
}
