import { expect, test } from 'vitest';
import { helpedOf } from '../../../../src/hub/aggregates/thanks/helped-of.ts';

test.each([
  ['nothing while no row is there', [], null],
  [
    'the sum of a quarter',
    [
      ['2026-11-02', 10],
      ['2026-11-09', 20],
    ],
    30,
  ],
  [
    'no sum over more than a quarter, since somebody may be in both',
    [
      ['2026-08-03', 40],
      ['2026-11-09', 10],
    ],
    40,
  ],
  [
    'the largest quarter, so that it never falls',
    [
      ['2026-05-04', 10],
      ['2026-05-11', 20],
      ['2026-11-09', 10],
    ],
    30,
  ],
] satisfies [string, [string, number][], number | null][])('a guide helped %s', (_, rows, helped) => {
  expect(helpedOf(rows.map(([week, people]) => ({ week, people })))).toBe(helped);
});
