import { describe, expect, test } from 'vitest';
import { authoredTokens, decode, decodeNumber, encode, hashWord, hashWords } from '../../../src/locator/page/hash-words.ts';

describe('encode', () => {
  test('fingerprints are decoded as they were encoded', () => {
    const numbers = ['Save', 'order', 'Ärger', '注文'].map(hashWord);
    expect(decode(encode(numbers))).toEqual(numbers);
    expect(decode('')).toEqual([]);
  });

  test('each of the 64 letters stands for one number', () => {
    const letters = Array.from({ length: 64 }, (_, i) => i);
    expect(Array.from(letters, (i) => decodeNumber(encode(letters, 1), i, 1))).toEqual(letters);
  });
});

describe('hashWords', () => {
  test.each([
    ['names that differ in a count are the same', 'Inbox 12', 'Inbox 7', true],
    ['names that differ in a long number are different', 'Order 4711', 'Order 4712', false],
    ['names that differ in case and signs are the same', 'Save…', 'save', true],
  ])('%s', (_, one, other, areSame) => {
    expect(`${hashWords(one)}` === `${hashWords(other)}`).toBe(areSame);
  });
});

describe('authoredTokens', () => {
  test.each([
    ['customer-name', ['customer', 'name']],
    ['customerName', ['customer', 'name']],
    ['css-161f05s', ['css']],
    ['rc-menu-uuid-68723-1-dash', ['rc', 'menu', 'uuid', 'dash']],
    ['h1x8k2q', []],
    ['ember412', []],
    ['_7f3bq', []],
    ['btn btn-primary', ['btn', 'primary']],
  ])('of the identifier "%s" only the words a person wrote are kept', (identifier, words) => {
    expect(authoredTokens(identifier)).toEqual(words.map(hashWord));
  });
});
