import { describe, expect, test } from 'vitest';
import { findFreeSpot, spotAfterKey, spotAt, spotRect } from '../../../src/overlay/feedback/launcher-spots.ts';

const window = { width: 1000, height: 656, rtl: false };
const rtlWindow = { ...window, rtl: true };

describe('the spot of the feedback button', () => {
  test('is the foot of the end edge, where nothing is in the way', () => {
    expect(findFreeSpot(() => false, window)).toEqual({ edge: 'end', down: 1 });
  });

  test('is the next one up where the first is occupied, and then on the start edge', () => {
    expect(findFreeSpot(({ bottom }) => bottom === window.height, window)).toEqual({ edge: 'end', down: 0.84 });
    expect(findFreeSpot(({ right }) => right === window.width, window)).toEqual({ edge: 'start', down: 1 });
  });

  test('is any height of an edge where all that are preferred are occupied', () => {
    const isOccupied = ({ top, bottom }: { top: number; bottom: number }) => top > 60 || bottom < 60;
    expect(findFreeSpot(isOccupied, window)).toEqual({ edge: 'end', down: expect.closeTo(0.1) });
  });

  test('is none where every spot is occupied', () => {
    expect(findFreeSpot(() => true, window)).toBeUndefined();
  });

  test('takes less room for the small button', () => {
    const { left, top, right, bottom } = spotRect({ edge: 'end', down: 1 }, { ...window, isSmall: true });
    expect([right - left, bottom - top]).toEqual([36, 36]);
  });

  test.each([
    [window, 'end', 944],
    [window, 'start', 0],
    [rtlWindow, 'end', 0],
    [rtlWindow, 'start', 944],
  ] as const)('in %o on the %s edge is %i pixels from the left', (view, edge, left) => {
    expect(spotRect({ edge, down: 0.5 }, view)).toEqual({ left, top: 300, right: left + 56, bottom: 356 });
  });

  test.each([
    [990, 328, window, { edge: 'end', down: 0.5 }],
    [10, 328, window, { edge: 'start', down: 0.5 }],
    [10, 328, rtlWindow, { edge: 'end', down: 0.5 }],
    [990, -50, window, { edge: 'end', down: 0 }],
    [990, 900, window, { edge: 'end', down: 1 }],
  ] as const)('where it is dropped at %i, %i in %o is %o', (x, y, view, spot) => {
    expect(spotAt(x, y, view)).toEqual(spot);
  });

  test.each([
    ['ArrowUp', window, { edge: 'end', down: 0 }],
    ['ArrowDown', window, { edge: 'end', down: 0.08 }],
    ['ArrowLeft', window, { edge: 'start', down: 0.03 }],
    ['ArrowRight', window, { edge: 'end', down: 0.03 }],
    ['ArrowLeft', rtlWindow, { edge: 'end', down: 0.03 }],
    ['Enter', window, undefined],
  ] as const)('after %s in %o is %o', (key, view, spot) => {
    expect(spotAfterKey(key, { edge: 'end', down: 0.03 }, view)).toEqual(spot);
  });
});
