import { expect, test } from 'vitest';
import { createRateCheck } from '../../../src/overlay/host/interference-limits.ts';

test.each([
  ['two calls of three: not too often', [0, 10], [false, false]],
  ['the third call within the window: too often', [0, 10, 20], [false, false, true]],
  ['three calls over more than the window: not too often', [0, 60, 120], [false, false, false]],
  ['calls long past do not count', [0, 10, 500, 510, 520], [false, false, false, false, true]],
] as const)('%s', (_, times, expected) => {
  let now = 0;
  const isTooOften = createRateCheck(3, 100, () => now);
  const results = times.map((time) => {
    now = time;
    return isTooOften();
  });
  expect(results).toEqual(expected);
});
