import { expect, test } from 'vitest';
import { findWords, normalizeText, splitWords } from '../../../src/themes/text/split-words.ts';

test('texts that differ in case, width and spacing have one form', () => {
  expect(normalizeText('  Ｐｒｉｎｔ\n  the FORM ')).toBe('print the form');
});

test.each([
  ['I can’t print, again!', ['i', 'can’t', 'print', 'again']],
  ['Größe der Schrift', ['größe', 'der', 'schrift']],
  ['印刷の画面', ['印刷', 'の', '画面']],
  ['لا يمكنني الطباعة', ['لا', 'يمكنني', 'الطباعة']],
  ['?! …', []],
])('words of %s are found by the rules of its script', (text, words) => {
  expect(splitWords(text)).toEqual(words);
});

test('a word says where it stands in the text', () => {
  expect(findWords('Save, then PRINT')[2]).toEqual({ word: 'print', start: 11, end: 16 });
});
