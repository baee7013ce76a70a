/** What decides whether two items of feedback are about the same thing. */
export interface Comparable {
  id: string;
  /** Only items of one place are compared: app, and control or page. */
  place: string;
  /** The choice; without words, it is all that an item tells. */
  choice: string;
  words?: string | undefined;
}

/** Least share of n-grams that two texts have in common (Dice). Unrelated texts of one language have about 0.2. */
const MIN_SIMILARITY = 0.5;

/** Characters of a text that are compared. */
const MAX_CHARS = 400;

/** Scripts whose words have few characters, and no spaces between them. */
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** The n-grams of a text, without case, accents, punctuation and the number of spaces. */
export function nGrams(text: string): ReadonlySet<string> {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, MAX_CHARS);
  const size = DENSE.test(words) ? 2 : 3;
  const padded = ` ${words} `;
  return new Set(Array.from({ length: Math.max(1, padded.length - size + 1) }, (_, nth) => padded.slice(nth, nth + size)));
}

/** Dice's coefficient of two sets, 0 to 1. */
export function similarity(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  let both = 0;
  for (const gram of small) if (large.has(gram)) both += 1;
  return (2 * both) / (one.size + other.size);
}

/** Even if the smaller set were wholly within the larger one. */
const canBeSimilar = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  (2 * Math.min(one.size, other.size)) / (one.size + other.size) >= MIN_SIMILARITY;

/**
 * Groups of items that say the same of the same place, by character n-grams. Each item is in one group, and the order in which they are
 * given makes no difference: two are together if a chain of similar ones leads from one to the other. Praise is never grouped with
 * what is not praise, because a negation is a few characters; and without words, only equal choices are alike.
 */
export function nearDuplicates<T extends Comparable>(items: readonly T[]): T[][] {
  const kindOf = ({ place, choice, words }: T) =>
    JSON.stringify(words === undefined ? [place, choice] : [place, choice === 'works', '']);
  return [...Map.groupBy(items, kindOf).values()].flatMap((own) => (own[0]!.words === undefined ? [own] : connect(own)));
}

function connect<T extends Comparable>(items: readonly T[]): T[][] {
  const grams = items.map(({ words = '' }) => nGrams(words));
  const groups: { item: T; grams: ReadonlySet<string> }[][] = [];
  for (const [nth, item] of items.entries()) {
    const own = grams[nth]!;
    const isAlike = (one: { grams: ReadonlySet<string> }) =>
      canBeSimilar(one.grams, own) && similarity(one.grams, own) >= MIN_SIMILARITY;
    const joined = groups.filter((group) => group.some(isAlike));
    for (const group of joined.slice(1)) groups.splice(groups.indexOf(group), 1);
    const merged = [...joined.flat(), { item, grams: own }];
    if (joined[0]) groups[groups.indexOf(joined[0])] = merged;
    else groups.push(merged);
  }
  return groups.map((group) => group.map(({ item }) => item));
}
