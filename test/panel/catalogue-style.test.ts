import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { MessageCatalogue } from '../../src/runtime/message-catalogue.ts';
import { punctuation, retiredWords, terms, withoutTerm } from './catalogue-terms.ts';

const folder = new URL('../../assets/_locales/', import.meta.url);
const languages = readdirSync(folder);
const read = (language: string): [key: string, message: string][] =>
  Object.entries(JSON.parse(readFileSync(new URL(`${language}/messages.json`, folder), 'utf8')) as MessageCatalogue).map(
    ([key, { message }]) => [key, message],
  );
const english = new Map(read('en'));
/** A plural form that English does not have goes by its form for many. */
const originalOf = (key: string) => english.get(key) ?? english.get(key.replace(/_[a-z]+$/, '_other'))!;

describe.each(Object.keys(terms))('the term %s', (term) => {
  const { english: said, ...translations } = terms[term]!;

  test.each(Object.entries(translations))('has one translation in %s', (language, translation) => {
    const others = read(language)
      .filter(([key, message]) => said.test(originalOf(key)) && !translation.test(message))
      .filter(([key]) => !withoutTerm[term]?.includes(`${language} ${key}`));
    expect(others).toEqual([]);
  });
});

describe.each(languages)('the catalogue %s', (language) => {
  test('says no term in two ways, and addresses people in one', () => {
    const found = (retiredWords[language] ?? []).flatMap(({ word, except = [] }) =>
      read(language).filter(([key, message]) => word.test(message) && !except.includes(key)),
    );
    expect(found).toEqual([]);
  });

  test('has the punctuation of its language', () => {
    expect(read(language).filter(([, message]) => punctuation[language]!.test(message))).toEqual([]);
  });

  test('begins and ends no message with a space, and has no two in a row', () => {
    expect(read(language).filter(([, message]) => /^\s|\s$|\s\s/.test(message))).toEqual([]);
  });
});
