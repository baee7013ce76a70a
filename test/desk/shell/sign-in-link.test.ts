import { expect, test } from 'vitest';
import { parseToken, takeToken } from '../../../src/desk/shell/sign-in-link.ts';

test.each([
  ['#sign-in=abc-DEF_1', 'abc-DEF_1'],
  ['#sign-in=', null],
  ['#main', null],
  ['', null],
  ['#other=1&sign-in=abc', 'abc'],
])('the fragment %j has the token %j', (hash, token) => {
  expect(parseToken(hash)).toBe(token);
});

test('the token is removed from address and history, and the filters stay', () => {
  const replaced: unknown[] = [];
  const window = {
    location: { hash: '#sign-in=abc', pathname: '/desk/', search: '?app=orders' },
    history: { state: null, replaceState: (...given: unknown[]) => replaced.push(given) },
  } as unknown as Window;
  expect(takeToken(window)).toBe('abc');
  expect(replaced).toEqual([[null, '', '/desk/?app=orders']]);
});

test('an address without a token is not changed', () => {
  const window = {
    location: { hash: '#main', pathname: '/desk/', search: '' },
    history: { replaceState: () => expect.unreachable() },
  } as unknown as Window;
  expect(takeToken(window)).toBeNull();
});
