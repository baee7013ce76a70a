import { getOrInsert } from '../../runtime/get-or-insert.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** A word as a number of 18 bits (FNV-1a, folded). Many words share one: good for comparing, useless for reading back. */
export function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 18)) & 0x3ffff;
}

/** Numbers as letters of six bits each; `size` letters a number. */
export function encode(numbers: readonly number[], size = 3): string {
  let encoded = '';
  for (const number of numbers) for (let i = size - 1; i >= 0; i--) encoded += LETTERS[(number >> (6 * i)) & 63];
  return encoded;
}

/** The reverse of `spell`, of three letters a number. */
export const decode = (encoded = ''): number[] =>
  Array.from({ length: encoded.length / 3 }, (_, i) => decodeNumber(encoded, i * 3, 3));

/** The number that some letters spell: the place of each in `letters`, told from its code. */
export function decodeNumber(encoded: string, from: number, size: number): number {
  let number = 0;
  for (let i = from; i < from + size; i++) {
    const code = encoded.charCodeAt(i);
    number = number * 64 + (code > 96 ? code - 71 : code === 95 ? 63 : code > 64 ? code - 65 : code > 47 ? code + 4 : 62);
  }
  return number;
}

/** A reader of the fingerprints of a text's words, at most `most`, which remembers: pages say the same words over and over. */
function memoisedHasher(wordsOf: (text: string) => readonly string[] | null, limit: number): (text: string) => number[] {
  const known = new Map<string, number[]>();
  return (text) => {
    if (known.size > 5000) known.clear();
    return getOrInsert(known, text, () => [...new Set((wordsOf(text) ?? []).slice(0, limit).map(hashWord))]);
  };
}

/** One line, no invisible characters, no space at the ends. */
export const tidy = (text: string | null | undefined): string =>
  text ? text.replace(/[\s\u00ad\u200b-\u200f\ue000-\uf8ff\ufeff]+/g, ' ').trim() : '';

/**
 * Fingerprints of the words people read. Counts in names come and go ("Inbox 12"); long numbers are names themselves. A text of signs
 * alone is one word.
 */
export const hashWords = memoisedHasher(
  (text) =>
    text
      .slice(0, 400)
      .toLowerCase()
      .match(/\p{L}[\p{L}\p{M}'’]*|\p{N}{4,}/gu) ?? (text ? [text.slice(0, 40)] : null),
  16,
);

/** Fingerprints of a row, where every number of two digits or more tells it from the others. */
export const hashRowWords = memoisedHasher((text) => text.toLowerCase().match(/\p{L}[\p{L}\p{M}'’]*|\p{N}{2,}/gu), 40);

/**
 * Fingerprints of the parts of a machine name that look written by a person. Evidence against a part: digits mixed in, no vowel
 * in a long run, more consonants together than words have.
 */
export const authoredTokens = memoisedHasher(
  (name) =>
    name
      .slice(0, 300)
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(looksAuthored),
  12,
);

function looksAuthored(token: string): boolean {
  if (token.length < 2 || token.length > 24) return false;
  if (/\d/.test(token)) return /^\p{L}{3,}\d{1,2}$/u.test(token);
  return token.length < 5 || (/[aeiouy]|[^a-z]/.test(token) && !/((?![aeiouy])[a-z]){6}/.test(token));
}
