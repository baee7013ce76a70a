import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrivalsText, findArrivals, mergeItems, NO_ARRIVALS } from '../../../../src/desk/features/backlog/arrivals.ts';
import type { BacklogItem } from '../../../../src/model/hub-api/backlog-item.ts';
import { feedback } from '../../feedback.ts';

const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
/** Feedback of one day with ids in the order of their numbers. */
const item = (number: number, given: Partial<BacklogItem> = {}) => feedback({ id: idOf(number), at: '2025-03-10', ...given });
const itemsOf = (...numbers: number[]) => numbers.map((number) => item(number));
const numbers = (items: readonly BacklogItem[]) => items.map(({ id }) => Number(id.slice(-12)));

test('items that are not shown are fresh, and unchanged items are neither fresh nor changed', () => {
  const found = findArrivals({ items: itemsOf(4, 3, 2), next: null }, { items: itemsOf(3, 2, 1), hasOlder: false });
  expect(numbers(found.fresh)).toEqual([4]);
  expect(found.changed).toEqual([]);
});

test('an item that got a comment is changed, not fresh', () => {
  const withWords = item(2, { words: 'It loads twice' });
  const found = findArrivals({ items: [withWords], next: null }, { items: itemsOf(3, 2, 1), hasOlder: false });
  expect(found).toEqual({ fresh: [], changed: [withWords], hasGap: false });
});

test('an item whose place is between those shown is fresh', () => {
  const found = findArrivals({ items: itemsOf(5, 4, 3), next: null }, { items: itemsOf(5, 3), hasOlder: true });
  expect(numbers(found.fresh)).toEqual([4]);
});

test('an older item whose page is not loaded is no arrival, even with a new comment', () => {
  const found = findArrivals(
    { items: [item(9), item(2, { words: 'late' })], next: null },
    { items: itemsOf(8, 7), hasOlder: true },
  );
  expect(numbers(found.fresh)).toEqual([9]);
});

test('more arrivals than one response holds are a gap', () => {
  expect(findArrivals({ items: itemsOf(9, 8), next: '8' }, { items: itemsOf(1), hasOlder: false }).hasGap).toBe(true);
});

test.each([
  [NO_ARRIVALS, ''],
  [{ fresh: itemsOf(1, 2, 3), changed: [], hasGap: false }, '3 new'],
  [{ fresh: [], changed: itemsOf(1), hasGap: false }, '1 updated'],
  [{ fresh: itemsOf(1), changed: itemsOf(2, 3), hasGap: false }, '1 new, 2 updated'],
  [{ fresh: itemsOf(1, 2), changed: itemsOf(3), hasGap: true }, 'more than 2 new'],
])('arrivals are counted in a text: %#', (arrivals, expected) => {
  expect(arrivalsText(arrivals)).toBe(expected);
});

test('a merged list has each item once in its latest form and in the hub’s order, for any order of arrival', () => {
  const list = fc.uniqueArray(fc.integer({ min: 1, max: 40 }));
  fc.assert(
    fc.property(list, list, (shown, more) => {
      const later = more.map((number) => item(number, { words: 'later' }));
      const items = mergeItems(itemsOf(...shown), later);
      expect(numbers(items)).toEqual([...new Set([...shown, ...more])].sort((one, other) => other - one));
      expect(items.filter(({ words }) => words === 'later').length).toBe(more.length);
    }),
  );
});

test('a later day comes before an earlier one, whatever the ids', () => {
  const [early, late] = [item(9, { at: '2025-03-09' }), item(1, { at: '2025-03-11' })];
  expect(mergeItems([early], [late, item(5)])).toEqual([late, item(5), early]);
});
