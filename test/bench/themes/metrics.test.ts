import { expect, test } from 'vitest';
import { compareGroupings } from './metrics.ts';

const letters = (text: string) => [...text];

test('values of a grouping into three against one into two are the published ones', () => {
  const { ami, ari, b3p, b3r, b3f } = compareGroupings(letters('000111'), letters('001122'));
  expect(ami).toBeCloseTo(0.2988, 4);
  expect(ari).toBeCloseTo(0.2424, 4);
  expect(b3p).toBeCloseTo(0.8333, 4);
  expect(b3r).toBeCloseTo(0.5556, 4);
  expect(b3f).toBeCloseTo(0.6667, 4);
});

test.each([
  ['the small group joined to a large one', 'aaaaabbbbbbb', 0.7619],
  ['both large groups joined', 'aaaaabbaaaaa', 0.5833],
])('B-cubed precision depends on what is joined: %s', (_, found, precision) => {
  const { b3p, b3r } = compareGroupings(letters('aaaaabbccccc'), letters(found));
  expect(b3p).toBeCloseTo(precision, 4);
  expect(b3r).toBe(1);
});

test('groups that differ in names alone agree wholly', () => {
  const agreement = compareGroupings(letters('aabbcc'), letters('xxyyzz'));
  for (const value of Object.values(agreement)) expect(value).toBeCloseTo(1, 10);
});

test('the order of the two groupings exchanges precision and recall, and nothing else', () => {
  const one = compareGroupings(letters('aaabbbcc'), letters('xxyyyyzz'));
  const other = compareGroupings(letters('xxyyyyzz'), letters('aaabbbcc'));
  expect(other.ami).toBeCloseTo(one.ami, 10);
  expect(other.ari).toBeCloseTo(one.ari, 10);
  expect([other.b3p, other.b3r]).toEqual([one.b3r, one.b3p]);
});

test('one group of everything tells nothing', () => {
  const { ami, ari, b3r } = compareGroupings(letters('aabb'), letters('xxxx'));
  expect(ami).toBeCloseTo(0, 10);
  expect(ari).toBe(0);
  expect(b3r).toBe(1);
});

test('groupings of different items are refused', () => {
  expect(() => compareGroupings(['a'], ['x', 'y'])).toThrow('same items');
});
