import { expect, test } from 'vitest';
import { createListState } from '../../../../src/desk/kit/list/list-state.ts';

function listOf(...ids: string[]) {
  const list = createListState();
  list.setOrder(ids);
  return list;
}

test('keys move within the list and ask for the focus', () => {
  const list = listOf('a', 'b', 'c');
  for (const [key, active] of [
    ['ArrowDown', 'b'],
    ['End', 'c'],
    ['ArrowDown', 'c'],
    ['Home', 'a'],
    ['ArrowUp', 'a'],
  ] as const) {
    list.move(key);
    expect(list.active.value).toBe(active);
  }
  expect(list.focusRequests.value).toBe(5);
});

test('a row that is gone hands over to the one in its place, and one that stays stays', () => {
  const list = listOf('a', 'b', 'c', 'd');
  list.focusRow('b');
  list.setOrder(['a', 'c', 'd']);
  expect(list.active.value).toBe('c');
  list.setOrder(['x', 'd', 'c']);
  expect(list.active.value).toBe('c');
  list.setOrder(['x']);
  expect(list.active.value).toBe('x');
});

test('X selects, Shift extends from where it began, and rows that are gone are selected no longer', () => {
  const list = listOf('a', 'b', 'c', 'd');
  list.toggle('b');
  list.extend('d');
  expect([...list.selection.value.ids]).toEqual(['b', 'c', 'd']);
  list.setOrder(['a', 'c', 'd']);
  expect([...list.selection.value.ids]).toEqual(['c', 'd']);
  list.toggle('c');
  expect([...list.selection.value.ids]).toEqual(['d']);
});

test('Shift with the arrow keys selects what it passes', () => {
  const list = listOf('a', 'b', 'c');
  list.move('ArrowDown', true);
  list.move('ArrowDown', true);
  expect([...list.selection.value.ids]).toEqual(['a', 'b', 'c']);
  expect(list.active.value).toBe('c');
});
