import { expect, test } from 'vitest';
import { createAnchorQuery } from '../../../src/locator/match/anchor-query.ts';
import { addLanguage, namesOf, wordsIn } from '../../../src/locator/match/languages.ts';
import { encode, hashWords } from '../../../src/locator/page/hash-words.ts';
import type { Anchor } from '../../../src/model/pack/anchor.ts';

const encoded = (words: string) => encode(hashWords(words));
const english: Anchor = {
  role: 'button',
  name: 'Save order',
  language: 'en',
  traits: { tag: 'button', name: encoded('Save order'), section: encoded('Orders'), precedingText: encoded('Keep it') },
};
const german: Anchor = {
  role: 'button',
  name: 'Auftrag sichern',
  language: 'de',
  traits: { tag: 'button', name: encoded('Auftrag sichern'), section: encoded('Aufträge'), ids: encoded('save') },
};
const both = addLanguage(english, german);

test('addLanguage adds the words of a second recording under its language, and nothing else of it', () => {
  expect(both).toEqual({
    ...english,
    name: { en: 'Save order', de: 'Auftrag sichern' },
    translations: { de: { name: encoded('Auftrag sichern'), section: encoded('Aufträge') } },
  });
  expect(addLanguage(english, { ...german, language: 'en' })).toBe(english);
});

test.each([
  ['en', 'Save order', 'Orders', 'Keep it', false],
  ['de', 'Auftrag sichern', 'Aufträge', '', true],
  ['de-AT', 'Auftrag sichern', 'Aufträge', '', true],
  ['fr', 'Save order', 'Orders', 'Keep it', false],
  ['', 'Save order', 'Orders', 'Keep it', false],
])(
  'on a page in “%s” an anchor in two languages is looked for by the words of that language, or else of its own',
  (language, name, section, precedingText, isInPageLanguage) => {
    const sought = createAnchorQuery(both, language);
    expect(sought).toMatchObject({
      name: hashWords(name),
      section: hashWords(section),
      precedingText: hashWords(precedingText),
      isInPageLanguage,
    });
  },
);

test('namesOf gives every name, that of the page language first', () => {
  expect(namesOf(both, 'de-CH')).toEqual(['Auftrag sichern', 'Save order']);
  expect(namesOf({ role: 'button' }, 'de')).toEqual([]);
  expect(wordsIn(english, 'de')).toBeUndefined();
});
