import { expect, test } from 'vitest';
import { countFacets } from '../../../src/hub/inbox/read-counts.ts';

const item = (app: string, state: string, choice: string | null) => ({ kind: 'feedback', assignee: 'none', app, state, choice });
const items = [
  item('orders', 'new', 'slowed'),
  item('orders', 'closed', 'slowed'),
  item('stock', 'new', 'idea'),
  item('stock', 'new', null),
];

test('the values of a filter are counted under all filters but itself', () => {
  expect(countFacets(items, { state: ['new'], app: ['orders'] })).toEqual({
    total: 1,
    kind: { feedback: 1 },
    state: { new: 1, closed: 1 },
    app: { orders: 1, stock: 2 },
    choice: { slowed: 1 },
    assignee: { none: 1 },
  });
});

test('what has no value of a filter is not counted under it', () => {
  expect(countFacets(items, {}).choice).toEqual({ slowed: 2, idea: 1 });
  expect(countFacets(items, { choice: ['idea'] }).total).toBe(1);
});
