import { normalizeText } from './normalize-text.ts';

/** Letters with the marks and apostrophes inside a word, and digits, which make a word of their own kind. */
const WORD = /[\p{L}\p{N}\p{M}][\p{L}\p{M}\p{N}']*/gu;
const CAMEL_CASE_BOUNDARY = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;

/** The words of a text in their order, in the form in which the text writes them. */
export const wordsIn = (text: string): string[] =>
  normalizeText(text)
    .match(WORD)
    ?.map((word) => word.replace(/'+$/, '')) ?? [];

/** "saveOrder" as two words; a word without an inner capital as itself. */
export const splitCamelCase = (word: string): string[] => word.split(CAMEL_CASE_BOUNDARY);
