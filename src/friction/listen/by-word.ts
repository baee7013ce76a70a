/** From "what: its words" to "word: what". */
export const byWord = <What extends string>(told: Partial<Record<What, string>>): Record<string, What> =>
  Object.fromEntries(
    Object.entries<string>(told as Record<What, string>).flatMap(([what, words]) =>
      words.split(' ').map((word) => [word, what as What]),
    ),
  );
