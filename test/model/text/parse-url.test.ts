import { expect, test } from 'vitest';
import { parseUrl } from '../../../src/model/text/parse-url.ts';
import { judgePolicy } from '../../../src/policy/judge-policy.ts';

test('an address is parsed, alone or relative to another', () => {
  expect(parseUrl('https://A.example:443/b')?.href).toBe('https://a.example/b');
  expect(parseUrl('/b', 'https://a.example/c')?.href).toBe('https://a.example/b');
  expect([parseUrl('/b'), parseUrl(''), parseUrl('https://')]).toEqual([undefined, undefined, undefined]);
});

test('a host name of any length has an answer, also as an origin of the policy', () => {
  for (let length = 1; length < 70_000; length *= 2) {
    const address = `https://orders.exa${'NaN-0'.repeat(length)}.com`;
    expect(() => parseUrl(address)).not.toThrow();
    const { policy } = judgePolicy({ apps: [{ id: 'orders', name: 'Orders', origins: [address] }] });
    expect(policy.apps.flatMap(({ origins }) => origins).filter((origin) => origin.length > 300)).toEqual([]);
  }
});
