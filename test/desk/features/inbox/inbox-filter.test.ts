import { expect, test } from 'vitest';
import { countFacet, filterItems, type InboxFilter } from '../../../../src/desk/features/inbox/inbox-filter.ts';
import { feedback } from '../../feedback.ts';

const none: InboxFilter = { values: { choice: [], kind: [], app: [], assignee: [] }, query: '' };
const withValues = (values: Partial<InboxFilter['values']>, query = ''): InboxFilter => ({
  values: { ...none.values, ...values },
  query,
});

const items = [
  feedback({ id: 'a', choice: 'idea', app: 'orders', words: 'Zurück zur Übersicht' }),
  feedback({ id: 'b', choice: 'slowed', app: 'orders', guideTitle: 'Create an order' }),
  feedback({ id: 'c', choice: 'idea', app: 'travel', contact: 'Ada', route: '/trips/:id' }),
];
const found = (filter: InboxFilter) => filterItems(items, filter).map(({ id }) => id);

test.each<[InboxFilter, string[]]>([
  [none, ['a', 'b', 'c']],
  [withValues({ choice: ['idea'] }), ['a', 'c']],
  [withValues({ choice: ['idea', 'slowed'], app: ['orders'] }), ['a', 'b']],
  [withValues({ assignee: ['none'] }), ['a', 'b', 'c']],
  [withValues({}, 'ubersicht zur'), ['a']],
  [withValues({}, 'create ORDERS'), ['b']],
  [withValues({}, 'ada'), ['c']],
  [withValues({}, 'trips'), ['c']],
  [withValues({ app: ['orders'] }, 'ada'), []],
])('%j finds %j', (filter, ids) => {
  expect(found(filter)).toEqual(ids);
});

test('each value is counted under the other facets, the most frequent first', () => {
  expect(countFacet(items, none, 'choice')).toEqual([
    ['idea', 2],
    ['slowed', 1],
  ]);
  expect(countFacet(items, withValues({ app: ['travel'] }), 'choice')).toEqual([['idea', 1]]);
  expect(countFacet(items, withValues({ app: ['travel'] }), 'app')).toEqual([
    ['orders', 2],
    ['travel', 1],
  ]);
});

test('a chosen value that no item has is still offered, so that it can be taken back', () => {
  expect(countFacet(items, withValues({ app: ['stock'] }), 'app')).toContainEqual(['stock', 0]);
});
