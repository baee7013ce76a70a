/** Without case and accents, so that `zuruck` finds `zurück`. */
const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const rank = (title: string, words: readonly string[]): number => {
  const starts = title.split(/\s+/);
  const within = words.filter((word) => !starts.some((start) => start.startsWith(word))).length;
  return within + (title.startsWith(words[0] ?? '') ? 0 : 0.5);
};

/** The options that have every word of the query in their title; those whose words begin with them come first. */
export function findOptions<T extends { title: string }>(options: readonly T[], query: string): T[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  return options
    .map((option) => ({ option, title: folded(option.title) }))
    .filter(({ title }) => words.every((word) => title.includes(word)))
    .sort((one, other) => rank(one.title, words) - rank(other.title, words))
    .map(({ option }) => option);
}
