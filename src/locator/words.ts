const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const value = new Map([...letters].map((letter, at) => [letter, at]));

/** A word as a number of 18 bits (FNV-1a, folded). Many words share one: good for comparing, useless for reading back. */
export function print(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 18)) & 0x3ffff;
}

/** Numbers as letters of six bits each; `size` letters a number. */
export function spell(numbers: readonly number[], size = 3): string {
  let spelt = '';
  for (const number of numbers) for (let i = size - 1; i >= 0; i--) spelt += letters[(number >> (6 * i)) & 63];
  return spelt;
}

/** The reverse of `spell`. */
export function read(spelt = '', size = 3): number[] {
  const numbers: number[] = [];
  for (let i = 0; i + size <= spelt.length; i += size) {
    let number = 0;
    for (let k = 0; k < size; k++) number = (number << 6) | (value.get(spelt[i + k]!) ?? 0);
    numbers.push(number);
  }
  return numbers;
}

const known = new Map<string, number[]>();

/** Pages say the same words and classes over and over. */
function remembered(text: string, make: () => number[]): number[] {
  let found = known.get(text);
  if (!found) {
    if (known.size > 5000) known.clear();
    found = make();
    known.set(text, found);
  }
  return found;
}

/** One line, no invisible characters, no space at the ends. */
export const tidy = (text: string | null | undefined): string =>
  (text ?? '').replace(/[\s\u00ad\u200b-\u200f\ue000-\uf8ff\ufeff]+/g, ' ').trim();

/** Counts in names come and go ("Inbox 12"); long numbers are names themselves. */
const word = /\p{L}[\p{L}\p{M}'’]*|\p{N}{4,}/gu;
/** In a row or a card every number of two digits or more tells it from the others. */
const wordOrNumber = /\p{L}[\p{L}\p{M}'’]*|\p{N}{2,}/gu;

/** Fingerprints of the words people read, at most `most`. A text of signs alone is one word. */
export const prints = (text: string, most = 16, numbers = false): number[] =>
  text ? remembered(`${most}${numbers}${text}`, () => readWords(text, most, numbers)) : [];

function readWords(text: string, most: number, numbers: boolean): number[] {
  const found =
    text
      .slice(0, 400)
      .toLowerCase()
      .match(numbers ? wordOrNumber : word) ?? (text ? [text.slice(0, 40)] : []);
  return [...new Set(found.slice(0, most).map(print))];
}

/**
 * Fingerprints of the parts of a machine name that look written by a person. Evidence against a part: digits mixed in, no vowel
 * in a long run, more consonants together than words have.
 */
export const nameParts = (name: string, most = 12): number[] =>
  name.trim() ? remembered(`${most} ${name}`, () => readParts(name, most)) : [];

function readParts(name: string, most: number): number[] {
  const parts = name
    .slice(0, 300)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return [...new Set(parts.filter(isWritten).slice(0, most).map(print))];
}

function isWritten(part: string): boolean {
  if (part.length < 2 || part.length > 24) return false;
  if (/\d/.test(part)) return /^\p{L}{3,}\d{1,2}$/u.test(part);
  return part.length < 5 || (/[aeiouyäöüáéíóú]|[^a-z]/.test(part) && !/[bcdfghjklmnpqrstvwxz]{6}/.test(part));
}
