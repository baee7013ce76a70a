import { expect, test } from 'vitest';
import { tfIdf } from '../../../src/themes/text/tf-idf.ts';

test('a term of all documents weighs less than a term of one, and rows have length 1', () => {
  const { starts, terms, weights } = tfIdf([
    ['print', 'form'],
    ['print', 'list'],
  ]);
  expect([...starts]).toEqual([0, 2, 4]);
  expect([...terms]).toEqual([0, 1, 0, 2]);
  const rarity = Math.log(3 / 2) + 1;
  expect(weights[0]).toBeCloseTo(1 / Math.hypot(1, rarity), 6);
  expect(weights[1]).toBeCloseTo(rarity / Math.hypot(1, rarity), 6);
});

test('a term that occurs again adds the logarithm of its count', () => {
  const { weights } = tfIdf([['a', 'a', 'b']]);
  expect(weights[0]! / weights[1]!).toBeCloseTo(1 + Math.log(2), 5);
});

test('a document without terms has an empty row', () => {
  const { rows, starts } = tfIdf([[], ['a'], []]);
  expect(rows).toBe(3);
  expect([...starts]).toEqual([0, 0, 1, 1]);
});
