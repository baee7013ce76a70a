import { expect, test } from 'vitest';
import { parseLabelledTexts } from './parse-labelled-texts.ts';

test('lines of a label, a tab and a text are read, whatever ends them', () => {
  expect(parseLabelledTexts('\uFEFFprint\tIt prints twice\r\n\nlogin\tI cannot\tsign in\n', 'a.tsv')).toEqual([
    { label: 'print', text: 'It prints twice' },
    { label: 'login', text: 'I cannot\tsign in' },
  ]);
});

test('a line without a tab is refused with its place', () => {
  expect(() => parseLabelledTexts('a\tb\nno tab here', 'a.tsv')).toThrow('a.tsv, line 2');
});
