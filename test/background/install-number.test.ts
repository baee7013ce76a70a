import { expect, test } from 'vitest';
import { readInstallNumber, releaseBucket } from '../../src/background/install-number.ts';
import { memoryStorage } from './storage/memory-storage.ts';

const installs = Array.from({ length: 10_000 }, (_, nth) => `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`);
const bucketsOf = (pack: string, version: number) => installs.map((install) => releaseBucket(install, pack, version));

test('the number is drawn once, also when two ask for it at the same time, and stays', async () => {
  const storage = memoryStorage();
  const [one, other] = await Promise.all([readInstallNumber(storage.items), readInstallNumber(storage.items)]);
  expect(one).toMatch(/^[0-9a-f-]{36}$/);
  expect(other).toBe(one);
  expect(await readInstallNumber(storage.reopened().items)).toBe(one);
});

test('the place of an install in the roll-out of a version is a whole number from 0 to 99, and always the same', () => {
  const buckets = bucketsOf('orders', 8);
  expect(buckets.every((bucket) => Number.isInteger(bucket) && bucket >= 0 && bucket <= 99)).toBe(true);
  expect(bucketsOf('orders', 8)).toEqual(buckets);
});

test.each([5, 25, 50])('%i per cent of installs are in a share of as much', (share) => {
  const taken = bucketsOf('orders', 8).filter((bucket) => bucket < share).length;
  // Four standard deviations of a draw of 10,000.
  expect(Math.abs(taken / 100 - share)).toBeLessThan(4 * Math.sqrt((share * (100 - share)) / 10_000));
});

test.each([
  ['another version', bucketsOf('orders', 9)],
  ['another pack', bucketsOf('billing', 8)],
])('who is early for one version is no more likely to be early for %s', (_what, others) => {
  const early = bucketsOf('orders', 8).flatMap((bucket, nth) => (bucket < 10 ? [others[nth]!] : []));
  const alsoEarly = early.filter((bucket) => bucket < 10).length / early.length;
  expect(alsoEarly).toBeGreaterThan(0.06);
  expect(alsoEarly).toBeLessThan(0.14);
});
