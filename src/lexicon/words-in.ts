import { normalizeText } from './normalize-text.ts';

const UNSPACED = '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}ー々';
const SPACED = `(?:(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}'])`;
/** A run of a script without spaces, or a word with the marks, apostrophes and hyphens inside it. */
const WORD = new RegExp(`[${UNSPACED}]+|${SPACED}+(?:-${SPACED}+)*`, 'gu');
const ONLY_UNSPACED = new RegExp(`^[${UNSPACED}]+$`, 'u');
const CAMEL_CASE_BOUNDARY = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;

/** The words of a text in their order, in the form in which the text writes them. What Japanese writes without a space is one of them. */
export const wordsIn = (text: string): string[] =>
  (normalizeText(text).match(WORD) ?? []).map((word) => word.replace(/^'+|'+$/g, '')).filter(Boolean);

/** Is it written in a script that puts no spaces between words? */
export const isUnspaced = (word: string): boolean => ONLY_UNSPACED.test(word);

/** "saveOrder" as two words; a plain word as itself. */
export const splitCamelCase = (word: string): string[] => word.split(CAMEL_CASE_BOUNDARY);
