import { expect, test } from 'vitest';
import { isAddressWord } from '../../src/disclosure/is-address-word.ts';

const hasWord = (word: string) => ['orders', 'aufträge', 'li', 'yu', 'michael'].includes(word.toLowerCase());

test.each([
  ['orders', true, 'it is in the lexicon'],
  ['Orders', true, 'case does not matter'],
  ['oauth', true, 'it is a word of addresses'],
  ['auftraege', true, 'its umlaut is written as two letters'],
  ['id', true, 'it is a short word of addresses'],
  ['li', false, 'words of two letters are also names'],
  ['yu', false, 'words of two letters are also names'],
  ['janeroe', false, 'nobody knows it'],
  ['__proto__', false, 'nobody knows it'],
  ['constructor', false, 'nobody knows it'],
])('%s: %s, because %s', (word, isKnown) => {
  expect(isAddressWord(word, hasWord)).toBe(isKnown);
});
