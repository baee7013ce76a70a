import { getOrInsert } from '../../runtime/get-or-insert.ts';

/** Base 64, URL-safe: six bits a letter. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const LETTERS_A_WORD = 3;
/** Texts a hasher remembers before it starts anew. */
const MAX_REMEMBERED = 5000;

/** A word as a number of 18 bits (FNV-1a, folded). Many words share one: good for comparing, useless for reading back. */
export function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 18)) & 0x3ffff;
}

/** Numbers as letters of six bits each, so many letters a number. */
export function encode(numbers: readonly number[], letters = LETTERS_A_WORD): string {
  let encoded = '';
  for (const number of numbers) for (let i = letters - 1; i >= 0; i--) encoded += LETTERS[(number >> (6 * i)) & 63];
  return encoded;
}

/** The reverse of `encode`, of three letters a number. */
export const decode = (encoded = ''): number[] =>
  Array.from({ length: encoded.length / LETTERS_A_WORD }, (_, i) => decodeNumber(encoded, i * LETTERS_A_WORD, LETTERS_A_WORD));

/** The number that some letters encode. The place of each in `LETTERS` follows from its character code. */
export function decodeNumber(encoded: string, from: number, letters: number): number {
  let number = 0;
  for (let i = from; i < from + letters; i++) {
    const code = encoded.charCodeAt(i);
    number = number * 64 + (code > 96 ? code - 71 : code === 95 ? 63 : code > 64 ? code - 65 : code > 47 ? code + 4 : 62);
  }
  return number;
}

/** A function that gives the fingerprints of a text's first words, and remembers them: pages repeat the same texts over and over. */
function memoisedHasher(wordsOf: (text: string) => readonly string[] | null, maxWords: number): (text: string) => number[] {
  const known = new Map<string, number[]>();
  return (text) => {
    if (known.size > MAX_REMEMBERED) known.clear();
    return getOrInsert(known, text, () => [...new Set((wordsOf(text) ?? []).slice(0, maxWords).map(hashWord))]);
  };
}

/** One line, without invisible characters, and without space at the ends. */
export const tidy = (text: string | null | undefined): string =>
  text ? text.replace(/[\s\u00ad\u200b-\u200f\ue000-\uf8ff\ufeff]+/g, ' ').trim() : '';

/**
 * Fingerprints of the words people read. Counts in names come and go ("Inbox 12") and are left out; long numbers are names themselves. A
 * text of signs alone is one word.
 */
export const hashWords = memoisedHasher(
  (text) =>
    text
      .slice(0, 400)
      .toLowerCase()
      .match(/\p{L}[\p{L}\p{M}'’]*|\p{N}{4,}/gu) ?? (text ? [text.slice(0, 40)] : null),
  16,
);

/** One fingerprint for a whole name, whatever its counts and signs; 0 for an empty one. */
export const hashLabel = (label: string): number => hashWholeName(hashWords(label));

/** The same from the fingerprints of its words. */
export const hashWholeName = (words: readonly number[]): number => (words.length ? hashWord(`=${words.join(' ')}`) : 0);

/** Fingerprints of a row, where every number of two digits or more tells it from the others. */
export const hashRowWords = memoisedHasher((text) => text.toLowerCase().match(/\p{L}[\p{L}\p{M}'’]*|\p{N}{2,}/gu), 40);

/** Fingerprints of those parts of an identifier, an address or a class that look as if a person had written them. */
export const authoredTokens = memoisedHasher(
  (identifier) =>
    identifier
      .slice(0, 300)
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(looksAuthored),
  12,
);

/** Digits mixed in, no vowel in a long run, and more consonants together than words have, all speak for a machine. */
function looksAuthored(token: string): boolean {
  if (token.length < 2 || token.length > 24) return false;
  if (/\d/.test(token)) return /^\p{L}{3,}\d{1,2}$/u.test(token);
  return token.length < 5 || (/[aeiouy]|[^a-z]/.test(token) && !/((?![aeiouy])[a-z]){6}/.test(token));
}
