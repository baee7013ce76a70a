import { expect, test } from 'vitest';
import { matchesUrlScope } from '../../../src/model/route/url-scope.ts';
import { urlScope } from '../../../src/model/route/url-scope-schema.ts';
import { placeOfRoute } from '../../../src/studio/draft/place-of-route.ts';

test.each([
  ['/', '/'],
  ['/orders/:id/edit', '/orders/4711/edit'],
  ['/teams/:id/members/:id', '/teams/a/members/b'],
  ['/app#/orders/:id', '/app#/orders/9'],
  ['/sap#/Customers(:id)/Orders', "/sap#/Customers('ada')/Orders"],
])('the route %s is a place that matches %s', (route, address) => {
  const place = placeOfRoute(route);
  expect(urlScope.safeParse(place).success).toBe(true);
  expect(matchesUrlScope(`https://app.example${address}`, place!)).toBe(true);
});

test('what is no route is no place', () => {
  expect(placeOfRoute('')).toBeUndefined();
  expect(placeOfRoute(':id')).toBeUndefined();
});
