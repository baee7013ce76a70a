import { expect, test } from 'vitest';
import type { Size } from '../../../src/dom/geometry.ts';
import { placeMark } from '../../../src/overlay/placement/place-mark.ts';

const window: Size = { width: 1000, height: 600 };
const mark = { width: 26, height: 26 };
const box = (left: number, top: number, width: number, height: number) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

test.each([
  ['is on the upper corner where lines end', box(100, 200, 120, 30), false, { x: 205, y: 183 }],
  ['is on the upper left corner where lines run from the right', box(100, 200, 120, 30), true, { x: 89, y: 183 }],
  ['is on the lower corner at the top of the window', box(100, 4, 120, 24), false, { x: 205, y: 19 }],
  ['stays on the upper corner of a tall element at the top of the window', box(100, 4, 120, 300), false, { x: 205, y: 2 }],
  [
    'stays on the upper corner in a window too low for the lower one',
    box(100, -10, 120, 30),
    false,
    { x: 205, y: 2 },
    { width: 1000, height: 34 },
  ],
  ['is moved into the window at its right side', box(900, 200, 100, 30), false, { x: 972, y: 183 }],
] as const)('the mark %s', (_, element, rtl, at, where: Size = window) => {
  expect(placeMark(where, element, mark, rtl)).toEqual(at);
});
