import { normalizeText } from './normalize-text.ts';

/** Numbers with the signs between their digits, as in "1,234.50". */
const NUMBER = /\p{N}+(?:[.,:/-]\p{N}+)*/gu;
const OTHER_SIGN = /[^\p{L}\p{M}\p{N}\s'’/&().,:;…?!+、。・「」«»¿¡-]/gu;
const EMPTY_BRACKETS = /[(「«]\s*[)」»]/g;
const LOOSE_ENDS = /^[\s/&,:;.·+)-]+|[\s/&,;(+-]+$/g;

/** A text without numbers and signs, which are data where the words around them are not. */
export const cleanText = (text: string): string =>
  normalizeText(text)
    .replace(NUMBER, ' ')
    .replace(OTHER_SIGN, ' ')
    .replace(EMPTY_BRACKETS, ' ')
    .replace(/\s+/g, ' ')
    .replace(LOOSE_ENDS, '')
    .trim();
