import { expect, test } from 'vitest';
import { addressBook, addressesOf, addressOf, readableAddress, startAddress } from '../../../src/cli/check/start-address.ts';
import { pack } from '../../../src/model/pack/pack.ts';

const app = new URL('https://orders.example/app/');
const book = (given: Record<string, string> = {}, known: string[] = []) => ({ app, given, known });

test.each([
  ['/orders', 'https://orders.example/orders'],
  ['/', 'https://orders.example/'],
  ['#/Orders', 'https://orders.example/app/#/Orders'],
  ['/orders/:id', undefined],
  ['/orders/*', undefined],
  ['/(a|b)', undefined],
  ['/x#/Orders/:id', undefined],
])('the place %s has the address %s', (place, address) => {
  expect(addressOf(place, book())).toBe(address);
});

test('a place that stands for many addresses takes the one that is given', () => {
  expect(addressOf('/orders/:id', book({ '/orders/:id': '/orders/1?tab=2' }))).toBe('https://orders.example/orders/1?tab=2');
  expect(addressOf('#/:id', book({ '#/:id': '#/1' }))).toBe('https://orders.example/app/#/1');
});

test('a place that stands for many addresses takes one that the pack names elsewhere', () => {
  const step = { id: 'a', title: 'A', body: 'A', go: '/orders/index.html', at: '/orders/*' };
  const guides = [{ kind: 'walkthrough', id: 'w', title: 'W', where: ['/exact', '/any/*'], steps: [step] }];
  const written = pack.parse({ format: 'cairn/1', id: 'p', version: 1, app: 'a', title: 'P', language: 'en', guides });
  const known = addressBook(written, app, {});
  expect(addressOf('/orders/*', known)).toBe('https://orders.example/orders/index.html');
  expect(addressOf('/:page', known)).toBe(app.href);
  expect(addressOf('/e*', known)).toBe('https://orders.example/exact');
  expect(addressOf('/orders/*#/Orders/:id', known)).toBeUndefined();
});

test('a guide is looked at where it fits, or at the address of the app', () => {
  expect(addressesOf(undefined, book())).toEqual([app.href]);
  expect(addressesOf(['/a', '/b/:id', '/c'], book())).toEqual(['https://orders.example/a', 'https://orders.example/c']);
});

test('a walkthrough begins where its first step says, or at a place of the guide', () => {
  expect(startAddress({ step: { go: '/orders?new', at: '/orders' }, where: ['/x'] }, book())).toBe(
    'https://orders.example/orders?new',
  );
  expect(startAddress({ step: { at: '/orders' }, where: ['/x'] }, book())).toBe('https://orders.example/orders');
  expect(startAddress({ step: {}, where: ['/x'] }, book())).toBe('https://orders.example/x');
  expect(startAddress({ step: {}, where: undefined }, book())).toBe(app.href);
  expect(startAddress({ step: { at: '/orders/:id' }, where: ['/x'] }, book())).toBeUndefined();
  expect(
    startAddress({ step: { go: '/orders/1', at: '/orders/:id' }, where: undefined }, book({ '/orders/:id': '/orders/7' })),
  ).toBe('https://orders.example/orders/7');
});

test('an address is told without its queries', () => {
  expect(readableAddress('https://orders.example/a?b=c#/d?e=f')).toBe('/a#/d');
});
