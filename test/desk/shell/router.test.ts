import { expect, test } from 'vitest';
import { parseRoute, type Route, routeHref } from '../../../src/desk/shell/router.ts';

test.each<[string, Route]>([
  ['', {}],
  ['?view=answers', { view: 'answers' }],
  ['?view=account', { view: 'account' }],
  ['?view=inbox', { view: 'inbox' }],
  ['?view=inbox&show=closed&group=day', { view: 'inbox', show: 'closed', group: 'day' }],
  ['?view=guides', { view: 'guides' }],
  ['?view=packs&draft=1b4e28ba&at=first%2Fsave', { view: 'packs', draft: '1b4e28ba', at: 'first/save' }],
  ['?view=proposals', { view: 'proposals' }],
  [
    '?view=proposals&proposal=1b4e28ba-2fa1-4d2b-883f-0016d3cca427',
    { view: 'proposals', proposal: '1b4e28ba-2fa1-4d2b-883f-0016d3cca427' },
  ],
  ['?view=packs&pack=orders-basics', { view: 'packs', pack: 'orders-basics' }],
  ['?view=packs&draft=1b4e28ba-2fa1-4d2b-883f-0016d3cca427', { view: 'packs', draft: '1b4e28ba-2fa1-4d2b-883f-0016d3cca427' }],
  ['?view=inbox&choice=idea%2Cworks&app=orders', { view: 'inbox', choice: 'idea,works', app: 'orders' }],
])('%j is a route whose address parses to it', (search, place) => {
  expect(parseRoute(search)).toEqual(place);
  expect(parseRoute(routeHref(place).replace(/^[^?]*/, ''))).toEqual(place);
});

test.each(['?choice=angry', '?choice=', '?choice=constructor', '?choice=__proto__', '?app=', '?person=7', '?view=people'])(
  '%s names no place: what the desk does not know is left out',
  (search) => {
    expect(parseRoute(search)).toEqual({});
  },
);

test.each<[string, Route]>([
  ['?view=backlog', { view: 'inbox' }],
  ['?choice=idea', { view: 'inbox', choice: 'idea' }],
  ['?item=1b4e28ba-2fa1-4d2b-883f-0016d3cca427', { view: 'inbox', item: '1b4e28ba-2fa1-4d2b-883f-0016d3cca427' }],
])('%s, an address from before there was an inbox, leads there', (search, place) => {
  expect(parseRoute(search)).toEqual(place);
});

test('an app name cannot break out of its query parameter', () => {
  expect(routeHref({ app: 'a&choice=idea#x' })).toBe('?app=a%26choice%3Didea%23x');
});

test('the route without filters has a non-empty address', () => {
  expect(routeHref({})).toBe('/desk/');
});
