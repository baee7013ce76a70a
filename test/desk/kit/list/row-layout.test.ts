import { expect, test } from 'vitest';
import { layOutRows, rowAtOffset, rowsToDraw } from '../../../../src/desk/kit/list/row-layout.ts';

const ids = Array.from({ length: 10_000 }, (_, nth) => `row-${nth}`);

test('rows lie one after the other, measured or by estimate', () => {
  const { tops } = layOutRows(['a', 'b', 'c'], new Map([['b', 90]]), 40);
  expect([...tops]).toEqual([0, 40, 130, 170]);
});

test.each([
  [-5, 0],
  [0, 0],
  [39, 0],
  [40, 1],
  [129, 1],
  [130, 2],
  [9_999, 2],
])('at %i pixels from the top is row %i', (offset, row) => {
  expect(rowAtOffset(layOutRows(['a', 'b', 'c'], new Map([['b', 90]]), 40), offset)).toBe(row);
});

test('of ten thousand rows only those near the window are drawn, and the ones that must be there', () => {
  const layout = layOutRows(ids, new Map(), 50);
  const drawn = rowsToDraw(layout, { from: 100_000, height: 800 }, [0, -1]);
  expect(drawn[0]).toBe(0);
  expect(drawn.length).toBeLessThan(40);
  expect(drawn).toContain(2_000);
  expect(drawn).toContain(2_016);
});

test('a list without rows has nothing to draw', () => {
  const layout = layOutRows([], new Map(), 50);
  expect(rowAtOffset(layout, 0)).toBe(-1);
  expect(rowsToDraw(layout, { from: 0, height: 800 }, [-1])).toEqual([]);
});
