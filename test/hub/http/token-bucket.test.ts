import { expect, test } from 'vitest';
import { addressGroup } from '../../../src/hub/http/peer-address.ts';
import { createTokenBuckets } from '../../../src/hub/http/token-bucket.ts';

test('a bucket gives its tokens at once, then one after the other, and says how long to wait', () => {
  const buckets = createTokenBuckets({ capacity: 2, refillMs: 2000, maxKeys: 10 });
  expect([buckets.take('a', 0), buckets.take('a', 0), buckets.take('a', 0)]).toEqual([0, 0, 1000]);
  expect(buckets.take('b', 0)).toBe(0);
  expect([buckets.take('a', 500), buckets.take('a', 1000), buckets.take('a', 1000)]).toEqual([500, 0, 1000]);
});

test('a clock that is set back gives no tokens and takes none', () => {
  const buckets = createTokenBuckets({ capacity: 1, refillMs: 1000, maxKeys: 10 });
  expect([buckets.take('a', 5000), buckets.take('a', 0), buckets.take('a', 1000)]).toEqual([0, 1000, 0]);
});

test('with more keys than may be remembered, new keys share one bucket until others are full again', () => {
  const buckets = createTokenBuckets({ capacity: 1, refillMs: 1000, maxKeys: 2 });
  expect(['a', 'b', 'c', 'd'].map((key) => buckets.take(key, 0))).toEqual([0, 0, 0, 1000]);
  expect(buckets.take('d', 1000)).toBe(0);
});

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2'],
  ['', ''],
])('the address %s is limited as %s', (address, group) => expect(addressGroup(address)).toBe(group));

test('all addresses of one IPv6 network of 64 bits are one, also where zeros are left out', () => {
  expect(addressGroup('2001:db8::1')).toBe(addressGroup('2001:db8::ffff:1'));
  expect(addressGroup('2001:db8::1')).not.toBe(addressGroup('2001:db8:0:1::1'));
});
