import { expect, test } from 'vitest';
import { readableRoute } from '../../../src/model/route/readable-route.ts';

test.each([
  ['/orders/:id', '/orders/:id'],
  ['/\\?_task=addressbook*', '/?_task=addressbook*'],
  ['/tickets/\\+', '/tickets/+'],
  ['/Orders\\(:id\\)', '/Orders(:id)'],
  ['/a\\\\b', '/a\\b'],
  ['/end\\', '/end\\'],
])('the route %s is read as %s', (route, read) => {
  expect(readableRoute(route)).toBe(read);
});
