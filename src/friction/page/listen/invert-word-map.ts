/** From "what: its words" to "word: what". */
export const invertWordMap = <What extends string>(wordsOf: Partial<Record<What, string>>): Record<string, What> =>
  Object.fromEntries(
    Object.entries<string>(wordsOf as Record<What, string>).flatMap(([what, words]) =>
      words.split(' ').map((word) => [word, what as What]),
    ),
  );
