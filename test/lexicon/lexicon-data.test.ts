import { expect, test } from 'vitest';
import { BUSINESS_WORDS } from '../../setup/lexicon/business-words.ts';
import { FREQUENT_WORDS } from '../../setup/lexicon/frequent-words.ts';
import { LANGUAGES } from '../../setup/lexicon/message-sources.ts';
import { APPLICATION_PHRASES } from '../../src/lexicon/data/application-phrases.ts';
import { APPLICATION_WORDS } from '../../src/lexicon/data/application-words.ts';
import { WORDS_THAT_ARE_NAMES } from '../../src/lexicon/data/words-that-are-names.ts';
import { normalizeWord, withoutAccents } from '../../src/lexicon/normalize-text.ts';
import { PERSONAL_NAMES } from '../../src/lexicon/personal-names.ts';
import { SENSITIVE_WORDS } from '../../src/lexicon/sensitive-words.ts';

const wordsOf = (list: string) => list.split(/\s+/).filter(Boolean);
const MIN_WORDS = { en: 1500, de: 800, fr: 800, es: 800, ja: 800, ar: 800 };
const MAX_BYTES = 200_000;

test.each(LANGUAGES)('the words of %s are many, sorted, normalized and no single letters', (language) => {
  const words = wordsOf(APPLICATION_WORDS[language]);
  expect(words.length).toBeGreaterThanOrEqual(MIN_WORDS[language]);
  expect(words).toEqual([...new Set(words)].sort());
  expect(words.filter((word) => [...word].length < 2 || /[\p{N}\s@]/u.test(word) || word !== normalizeWord(word))).toEqual([]);
});

test.each(LANGUAGES)('no name of a person and no sensitive word is among the words of %s', (language) => {
  const names = [...PERSONAL_NAMES, ...wordsOf(WORDS_THAT_ARE_NAMES)].map(normalizeWord);
  const excluded = new Set([...names, ...names.map(withoutAccents), ...SENSITIVE_WORDS.map(normalizeWord)]);
  expect(wordsOf(APPLICATION_WORDS[language]).filter((word) => excluded.has(word))).toEqual([]);
});

test('a word is never both one that is known in spite of being a name and a name', () => {
  const names = new Set([...PERSONAL_NAMES, ...wordsOf(WORDS_THAT_ARE_NAMES)].map(normalizeWord));
  expect([...FREQUENT_WORDS].filter((word) => names.has(normalizeWord(word)))).toEqual([]);
});

test('phrases have two to eight words, are sorted and hold no numbers', () => {
  const phrases = APPLICATION_PHRASES.split(/[|\n]/).filter(Boolean);
  expect(phrases).toEqual([...new Set(phrases)].sort());
  expect(phrases.filter((phrase) => /\p{N}/u.test(phrase) || phrase.split(' ').length > 8)).toEqual([]);
});

test('the data is small enough for a background worker', () => {
  expect(Buffer.byteLength(Object.values(APPLICATION_WORDS).join('') + APPLICATION_PHRASES)).toBeLessThan(MAX_BYTES);
});

test('words of business applications are in the data unless they are names or sensitive', () => {
  const excluded = new Set([...PERSONAL_NAMES, ...wordsOf(WORDS_THAT_ARE_NAMES), ...SENSITIVE_WORDS].map(normalizeWord));
  for (const language of LANGUAGES) {
    const known = new Set(wordsOf(APPLICATION_WORDS[language]));
    const missing = wordsOf(BUSINESS_WORDS[language])
      .map(normalizeWord)
      .filter((word) => !known.has(word) && !excluded.has(word) && !excluded.has(withoutAccents(word)));
    expect([language, missing]).toEqual([language, []]);
  }
});
