import { expect, test } from 'vitest';
import { retry } from '../../src/runtime/retry.ts';

const attempts = (...results: boolean[]) => {
  let calls = 0;
  return { attempt: async () => results[calls++]!, calls: () => calls };
};

test.each([
  ['succeeds at once: no second attempt', [true], true, 1],
  ['succeeds at the last attempt', [false, false, true], true, 3],
  ['never succeeds: one attempt more than there are waits', [false, false, false, true], false, 3],
] as const)('retry %s', async (_, results, expected, calls) => {
  const made = attempts(...results);
  expect(await retry([1, 1], made.attempt)).toBe(expected);
  expect(made.calls()).toBe(calls);
});

test('retry makes no further attempt once its signal has ended', async () => {
  const lifetime = new AbortController();
  const made = attempts(false, true);
  const done = retry([60_000], made.attempt, lifetime.signal);
  lifetime.abort();
  expect(await done).toBe(false);
  expect(made.calls()).toBe(1);
});
