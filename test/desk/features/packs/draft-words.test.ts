import { expect, test } from 'vitest';
import { findJsonFault } from '../../../../src/desk/features/packs/draft-words.ts';

test.each(['{}', ' {"a": [1, {"b": null}]}\n'])('%j is an object of JSON', (text) => {
  expect(findJsonFault(text)).toBeNull();
});

test.each<[string, RegExp]>([
  ['[]', /has to be an object/],
  ['null', /has to be an object/],
  ['"text"', /has to be an object/],
  ['{\n "a" 1\n}', /^Line 2, column 6: Expected ':'/],
  ['{"a": 1,}', /^Line 1, column 9: /],
  ['', /\w/],
  ['{"a": 1', /\w/],
])('%j is no object of JSON, and it is said where', (text, fault) => {
  expect(findJsonFault(text)).toMatch(fault);
});
