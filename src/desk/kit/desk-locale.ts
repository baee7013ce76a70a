/** The desk is in English. Dates follow the first English locale among the reader's languages. */
export function deskLocale(languages: readonly string[]): string {
  return languages.find((tag) => /^en\b/i.test(tag)) ?? 'en-GB';
}
