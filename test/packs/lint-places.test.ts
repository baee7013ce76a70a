import { expect, test } from 'vitest';
import { matchesUrlScope } from '../../src/model/route/url-scope.ts';
import { lintDocument } from '../../src/packs/lint-document.ts';
import { aPack, withField } from './a-pack.ts';

const bare = withField(withField(aPack, 'guides.0.where', undefined), 'guides.1.steps.0.at', undefined);
const plain = withField(bare, 'guides.1.steps.0.go', undefined);
const lintPlace = (place: string) => lintDocument({ ...plain, places: [place] }, '2026-11-22');

test.each<[place: string, cure: string, address: string]>([
  ['/content/tickets/+', '/content/tickets/\\+', '/content/tickets/+'],
  ['/c++/x', '/c\\+\\+/x', '/c++/x'],
  ['/:id/+', '/:id/\\+', '/7/+'],
  ['/search?q=a+b', '/search\\?q=a\\+b', '/search?q=a+b'],
  ['/time/12:30', '/time/12\\:30', '/time/12:30'],
  ['/a/:', '/a/\\:', '/a/:'],
  ['/a/(x', '/a/\\(x', '/a/(x'],
  ['/a/{x', '/a/\\{x', '/a/{x'],
  ['/a/x}', '/a/x\\}', '/a/x}'],
  ['/Orders(1)', '/Orders\\(1\\)', '/Orders(1)'],
  ['/Orders(:id)', '/Orders\\(:id\\)', '/Orders(7)'],
  ['#/Orders(:id)/items', '#/Orders\\(:id\\)/items', '/#/Orders(7)/items'],
  ['/orders/{id}', '/orders/:id', '/orders/7'],
  ['/orders/{id}/lines', '/orders/:id/lines', '/orders/7/lines'],
  ['/orders/:id?tab=1', '/orders/:id\\?tab=1', '/orders/7?tab=1'],
  ['/orders/*?tab=1', '/orders/*\\?tab=1', '/orders/7?tab=1'],
  ['/orders/:id?details', '/orders/:id\\?details', '/orders/7?details'],
  ['/v1/items:batch', '/v1/items\\:batch', '/v1/items:batch'],
  ['#/list/:id?tab=1', '#/list/:id', '/#/list/7?tab=1'],
  ['#/list\\?tab=1', '#/list', '/#/list?tab=1'],
])('a place that reads signs of the address as syntax gets its cure, which matches: %s', (place, cure, address) => {
  const found = lintPlace(place).filter(({ path }) => path === 'places[0]');
  expect(found.map(({ remedy }) => remedy).join(' ')).toContain(JSON.stringify(cure).replace('\\\\?q', '?q'));
  expect(matchesUrlScope(`https://app.example${address}`, cure)).toBe(true);
});

test.each([
  '/orders',
  '/orders/:id',
  '/orders/:id?',
  '/orders/*',
  '/orders/:id(\\d+)',
  '/orders/:kind(open|closed)',
  '/orders{/:id}?',
  '/Orders\\(:id\\)',
  '/a\\+b',
  '?tab=open',
  '/orders?tab=open',
  '/orders/*#/Orders/:id',
  '#/Orders/:id',
  '*',
  '/größe/:id',
  '/files/*.pdf',
])('lint finds nothing wrong with the place %s', (place) => {
  expect(lintPlace(place)).toEqual([]);
});

const lintWhere = (places: string[], where: string) =>
  lintDocument({ ...plain, places, guides: [{ ...plain.guides[0], where: [where] }, plain.guides[1]] }, '2026-11-22');

test.each<[string[], string]>([
  [['/orders', '/orders/:id'], '/nowhere'],
  [['/orders', '/orders/:id'], '/order'],
  [['/orders/:id'], '/orders/:id/lines'],
  [['/projects/:p/issues'], '/projects/:p/issue'],
  [['#/orders', '#/orders/:id'], '#/invoices'],
  [['/a#/orders'], '/b#/orders'],
  [['/orders/:id'], '/\\/\\orders/:id'],
])('lint reports a guide for a place that fits none of %j: %s', (places, where) => {
  expect(lintWhere(places, where)).toMatchObject([{ path: 'tip "search": where[0]', warning: true }]);
});

test.each<[string[], string]>([
  [['/orders', '/orders/:id'], '/orders/new'],
  [['/orders', '/orders/:id'], '/orders/'],
  [['/orders/*'], '/orders/:id/lines'],
  [['/projects/:p/issues'], '/projects/*'],
  [['/projects/:p/issues'], '/projects/:project/issues/'],
  [['/projects/12/*'], '/projects/:p/issues'],
  [['#/orders/:id'], '/app'],
  [['/app#/orders/:id'], '#/orders/new'],
  [['/orders'], '/orders?tab=open'],
  [['/orders\\?tab=open'], '/orders'],
  [['/orders/:id(\\d+)'], '/orders/7'],
  [['/Orders\\(:id\\)'], '/Orders\\(:key\\)'],
  [['/orders/new'], '/orders\\/new'],
  [['*'], '/anything'],
  [['/orders'], '*'],
  [[], '/orders'],
])('lint does not report a guide for a place that may fit one of %j: %s', (places, where) => {
  expect(lintWhere(places, where)).toEqual([]);
});
