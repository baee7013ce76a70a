import { expect, test } from 'vitest';
import { matchesUrlScope } from '../../../src/model/route/url-scope.ts';

const app = 'https://app.example';

test.each([
  ['/orders/*#/Orders/:id', '/orders/index.html#/Orders/10', true],
  ['/orders/*#/Orders/:id', '/orders/index.html#/Orders/10/Items', false],
  ['/orders', '/orders/', true],
  ['/orders/', '/orders', true],
  ['/orders', '/orders?x=1#y', true],
  ['/orders', '/orders/7', false],
  ['/orders/:id', '/orders/7', true],
  ['/orders/:id', '/orders/7?tab=items', true],
  ['#/Orders/:id', '/a/b#/Orders/3', true],
  ['#/Orders/:id', '/a/b', false],
  ['?view=list', '/a?view=list', true],
  ['?view=list', '/a?view=grid', false],
  ['*', '/anything?at=all#here', true],
  ['/', '/', true],
  ['/', '/orders', false],
  ['/index.html#/Orders(.*)', '/index.html?sap-language=ar#/Orders/1?layout=Two', true],
  ['/größe', '/größe', true],
  ['/größe#/maß/:id', '/größe#/maß/ä', true],
  ['#/a{b}', '#/a{b}', false],
  ['#/a\\{b\\}', '#/a{b}', true],
  ['/orders/:id(\\d+)', '/orders/77', true],
  ['/orders/:id(\\d+)', '/orders/new', false],
  ['/*a*a*a*a*a*a*b', `/${'a'.repeat(1900)}`, false],
  ['/:x((?:a|a)*b)', `/${'a'.repeat(1900)}`, false],
  ['#/:x((?:a|a)*b)', `/#/${'a'.repeat(1900)}`, false],
  ['?q=:x((?:a|a)*b)', `/?q=${'a'.repeat(1900)}`, false],
])('the place %s matches %s: %s', (scope, address, matches) => {
  expect(matchesUrlScope(app + address, scope)).toBe(matches);
});

test('thousands of ordinary places are all judged for one address', () => {
  const url = `https://erp.example/sales/orders/4711/lines?view=list&sort=${'date,'.repeat(20)}`;
  const others = Array.from({ length: 2000 }, (_, nth) => `/sales/orders/:id/part-${nth}/*`);
  expect(others.filter((place) => matchesUrlScope(url, place))).toEqual([]);
  expect(matchesUrlScope(url, '/sales/orders/:id/lines')).toBe(true);
});

test('places that are made to take long match nothing once an address has cost enough, and the next address is judged anew', () => {
  const address = (end: string) => `https://erp.example/${'a'.repeat(1900)}${end}`;
  const hostile = Array.from({ length: 2000 }, (_, nth) => `/*${'a'.repeat(200)}*${'a'.repeat(200)}*b${nth}`);
  expect(matchesUrlScope(address('c'), '/a*c')).toBe(true);
  expect(hostile.filter((place) => matchesUrlScope(address('c'), place))).toEqual([]);
  expect(matchesUrlScope(address('c'), '/*c')).toBe(false);
  expect(matchesUrlScope(address('d'), '/*d')).toBe(true);
});
