import { expect, test } from 'vitest';
import { parseRoute, type Route, routeHref } from '../../../src/desk/shell/router.ts';

test.each<[string, Route]>([
  ['', {}],
  ['?view=answers', { view: 'answers' }],
  ['?choice=idea&app=orders', { choice: 'idea', app: 'orders' }],
  ['?app=orders&item=1b4e28ba-2fa1-4d2b-883f-0016d3cca427', { app: 'orders', item: '1b4e28ba-2fa1-4d2b-883f-0016d3cca427' }],
])('%j is a place, and its address leads back to it', (search, place) => {
  expect(parseRoute(search)).toEqual(place);
  expect(parseRoute(routeHref(place).replace(/^[^?]*/, ''))).toEqual(place);
});

test.each(['?choice=angry', '?choice=', '?choice=constructor', '?choice=__proto__', '?app=', '?person=7', '?view=people'])(
  '%s names no place: what the desk does not know is left out',
  (search) => {
    expect(parseRoute(search)).toEqual({});
  },
);

test('what an app is called cannot leave its part of the address', () => {
  expect(routeHref({ app: 'a&choice=idea#x' })).toBe('?app=a%26choice%3Didea%23x');
});

test('the place without filters has an address of its own, for a link to it must lead somewhere', () => {
  expect(routeHref({})).toBe('/desk/');
});
