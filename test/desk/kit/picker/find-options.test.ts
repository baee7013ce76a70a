import { expect, test } from 'vitest';
import { findOptions } from '../../../../src/desk/kit/picker/find-options.ts';

const options = ['Unassign', 'Assign to me', 'Assign …', 'Zurück zur Übersicht'].map((title) => ({ title }));
const found = (query: string) => findOptions(options, query).map(({ title }) => title);

test('every word of the query is in the title, and titles whose words begin with them come first', () => {
  expect(found('assign')).toEqual(['Assign to me', 'Assign …', 'Unassign']);
  expect(found('me assign')).toEqual(['Assign to me']);
});

test('case and accents do not matter', () => {
  expect(found('ZURUCK ubersicht')).toEqual(['Zurück zur Übersicht']);
});

test('without a query, every option is there in its order', () => {
  expect(found(' ')).toHaveLength(4);
});
