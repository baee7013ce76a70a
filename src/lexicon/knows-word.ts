import { knowsJapanese } from './knows-japanese.ts';
import { normalizeWord } from './normalize-text.ts';
import type { WordSet } from './word-set.ts';
import { isUnspaced, splitCamelCase } from './words-in.ts';

const ELISION = /^(?:l|d|j|n|s|c|m|t|qu|jusqu|lorsqu)'(?=\p{L}{2})/u;
const POSSESSIVE = /'s$/;
const ARABIC_ARTICLE = /^(?:وال|بال|ال|لل)(?=\p{L}{3})/u;
const HAS_NUMBER = /\p{N}/u;
/** Shorter ones are found in any name that is written in mixed case. */
const MIN_CAMEL_CASE_PART = 3;
/** German writes several nouns as one. Shorter parts are also parts of family names. */
const MIN_COMPOUND_PART = 4;
const MIN_COMPOUND_HEAD = 5;

/**
 * Is this word known: as it stands, or as a form or a compound of known words? Single letters and words with digits are not.
 *
 * @param followsWord whether a number or another word stands before it
 */
export function knowsWord(word: string, set: WordSet, followsWord = false): boolean {
  if (HAS_NUMBER.test(word)) return false;
  if (isUnspaced(word)) return knowsJapanese(word, { isWord: set.has, followsWord });
  if (set.isName(normalizeWord(word))) return false;
  return isKnownForm(word, set) || (word.includes('-') ? word.split('-') : [word]).every((part) => isKnownPart(part, set));
}

const isKnownPart = (part: string, set: WordSet): boolean => {
  const words = splitCamelCase(part);
  return (
    isKnownForm(part, set) ||
    (words.length > 1 && words.every((word) => word.length >= MIN_CAMEL_CASE_PART && isKnownForm(word, set)))
  );
};

function isKnownForm(word: string, set: WordSet): boolean {
  const normalized = normalizeWord(word);
  if (normalized.length < 2) return false;
  if (set.has(normalized)) return true;
  if (/^[\p{Lu}\p{M}]+$/u.test(word)) return set.hasCapitals(normalized);
  const bare = normalized.replace(ELISION, '').replace(POSSESSIVE, '').replace(ARABIC_ARTICLE, '');
  return bare === normalized ? isKnownCompound(normalized, set) : set.has(bare);
}

function isKnownCompound(word: string, { has }: WordSet): boolean {
  if (!/^[a-zäöü]{9,}$/.test(word)) return false;
  for (let end = MIN_COMPOUND_PART; end <= word.length - MIN_COMPOUND_HEAD; end += 1) {
    const head = word.slice(end);
    const first = word.slice(0, end);
    if (has(head) && (has(first) || (first.endsWith('s') && first.length > MIN_COMPOUND_PART && has(first.slice(0, -1)))))
      return true;
  }
  return false;
}
