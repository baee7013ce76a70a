import { expect, test } from 'vitest';
import { nextRow } from '../../../src/desk/kit/row-focus.ts';

test.each([
  ['ArrowDown', 0, 1],
  ['ArrowDown', 4, 4],
  ['ArrowUp', 3, 2],
  ['ArrowUp', 0, 0],
  ['Home', 3, 0],
  ['End', 1, 4],
  ['Enter', 1, undefined],
  ['ArrowDown', -1, undefined],
])('the key %s at row %i of five moves to %j', (key, at, to) => {
  expect(nextRow(key, at, 5)).toBe(to);
});
