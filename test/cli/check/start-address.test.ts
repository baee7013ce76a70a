import { expect, test } from 'vitest';
import { addressesOf, addressOf, readableAddress, startAddress } from '../../../src/cli/check/start-address.ts';

const app = new URL('https://orders.example/app/');

test.each([
  ['/orders', 'https://orders.example/orders'],
  ['/', 'https://orders.example/'],
  ['#/Orders', 'https://orders.example/app/#/Orders'],
  ['/orders/:id', undefined],
  ['/orders/*', undefined],
  ['/(a|b)', undefined],
  ['/x#/Orders/:id', undefined],
])('the place %s has the address %s', (place, address) => {
  expect(addressOf(place, app, {})).toBe(address);
});

test('a place that stands for many addresses takes the one that is given', () => {
  expect(addressOf('/orders/:id', app, { '/orders/:id': '/orders/1?tab=2' })).toBe('https://orders.example/orders/1?tab=2');
  expect(addressOf('#/:id', app, { '#/:id': '#/1' })).toBe('https://orders.example/app/#/1');
});

test('a guide is looked at where it fits, or at the address of the app', () => {
  expect(addressesOf(undefined, app, {})).toEqual([app.href]);
  expect(addressesOf(['/a', '/b/:id', '/c'], app, {})).toEqual(['https://orders.example/a', 'https://orders.example/c']);
});

test('a walkthrough begins where its first step says, or at a place of the guide', () => {
  expect(startAddress({ step: { go: '/orders?new', at: '/orders' }, where: ['/x'] }, app, {})).toBe(
    'https://orders.example/orders?new',
  );
  expect(startAddress({ step: { at: '/orders' }, where: ['/x'] }, app, {})).toBe('https://orders.example/orders');
  expect(startAddress({ step: {}, where: ['/x'] }, app, {})).toBe('https://orders.example/x');
  expect(startAddress({ step: {}, where: undefined }, app, {})).toBe(app.href);
  expect(startAddress({ step: { at: '/orders/:id' }, where: ['/x'] }, app, {})).toBeUndefined();
  expect(
    startAddress({ step: { go: '/orders/1', at: '/orders/:id' }, where: undefined }, app, { '/orders/:id': '/orders/7' }),
  ).toBe('https://orders.example/orders/7');
});

test('an address is told without its queries', () => {
  expect(readableAddress('https://orders.example/a?b=c#/d?e=f')).toBe('/a#/d');
});
