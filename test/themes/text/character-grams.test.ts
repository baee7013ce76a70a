import { expect, test } from 'vitest';
import { characterGrams } from '../../../src/themes/text/character-grams.ts';

test('a word gives its runs of three to five characters with a space at both ends', () => {
  expect(characterGrams('save')).toEqual([' sa', 'sav', 'ave', 've ', ' sav', 'save', 'ave ', ' save', 'save ']);
});

test('runs do not cross words, and a word shorter than a run is one', () => {
  expect(characterGrams('a b')).toEqual([' a ', ' b ']);
});

test('a character outside the basic plane is never split', () => {
  expect(characterGrams('😀')).toEqual([' 😀 ']);
});

test('a text without anything has none', () => {
  expect(characterGrams('')).toEqual([]);
});
