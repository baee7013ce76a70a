/** Weight of a word that is on none of the compared controls. */
const UNKNOWN_WORD_RARITY = 0.7;

/** How much each word tells, by its fingerprint: 1 if one control has it, less if many have. */
export type WordRarity = ReadonlyMap<number, number>;

/** How much two lists of words have in common, and how far they contradict each other; from 0 to 1 each. */
interface WordComparison {
  alike: number;
  differs: number;
}

/** Compares two lists of fingerprints; rare words count more. Where either list is empty nothing is contradicted. */
export function compareWords(
  one: readonly number[],
  other: readonly number[],
  rarity: WordRarity,
  areSame = false,
): WordComparison {
  if (!one.length || !other.length) return { alike: +areSame, differs: 0 };
  let common = 0;
  let all = 0;
  const rarityOf = (word: number) => rarity.get(word) ?? UNKNOWN_WORD_RARITY;
  for (const word of one) {
    all += rarityOf(word);
    if (other.includes(word)) common += rarityOf(word);
  }
  for (const word of other) if (!one.includes(word)) all += rarityOf(word);
  const alike = areSame ? 1 : common / all;
  // With a third of the words in common there is no contradiction any more.
  return { alike, differs: Math.max(0, 1 - alike * 3) };
}
