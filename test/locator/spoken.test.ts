import { expect, test } from 'vitest';
import { soughtOf } from '../../src/locator/sought.ts';
import { alsoIn, namesOf, wordsIn } from '../../src/locator/spoken.ts';
import { prints, spell } from '../../src/locator/words.ts';
import type { Anchor } from '../../src/model/anchor.ts';

const spelt = (words: string) => spell(prints(words));
const english: Anchor = {
  role: 'button',
  name: 'Save order',
  language: 'en',
  traits: { tag: 'button', name: spelt('Save order'), section: spelt('Orders'), before: spelt('Keep it') },
};
const german: Anchor = {
  role: 'button',
  name: 'Auftrag sichern',
  language: 'de',
  traits: { tag: 'button', name: spelt('Auftrag sichern'), section: spelt('Aufträge'), ids: spelt('save') },
};
const both = alsoIn(english, german);

test('the words of a second recording go by its language, and nothing else of it', () => {
  expect(both).toEqual({
    ...english,
    name: { en: 'Save order', de: 'Auftrag sichern' },
    texts: { de: { name: spelt('Auftrag sichern'), section: spelt('Aufträge') } },
  });
  expect(alsoIn(english, { ...german, language: 'en' })).toBe(english);
});

test.each([
  ['en', 'Save order', 'Orders', 'Keep it', false],
  ['de', 'Auftrag sichern', 'Aufträge', '', true],
  ['de-AT', 'Auftrag sichern', 'Aufträge', '', true],
  ['fr', 'Save order', 'Orders', 'Keep it', false],
  ['', 'Save order', 'Orders', 'Keep it', false],
])('sought on a page in “%s”', (language, name, section, before, isSpoken) => {
  const sought = soughtOf(both, language);
  expect(sought).toMatchObject({ name: prints(name), section: prints(section), before: prints(before), isSpoken });
});

test('every name is known, that of the language first', () => {
  expect(namesOf(both, 'de-CH')).toEqual(['Auftrag sichern', 'Save order']);
  expect(namesOf({ role: 'button' }, 'de')).toEqual([]);
  expect(wordsIn(english, 'de')).toBeUndefined();
});
