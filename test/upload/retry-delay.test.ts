import { expect, test } from 'vitest';
import { retryAfter, retryDelay } from '../../src/upload/retry-delay.ts';

test.each([
  [0, 0, 30_000],
  [0, 1, 60_000],
  [1, 1, 90_000],
  [3, 0.5, 150_000],
  [9, 1, 930_000],
  [1000, 1, 930_000],
  [1000, 0, 30_000],
])('after %i consecutive failures, with random %f: wait %i ms', (failures, chance, ms) => {
  expect(retryDelay(failures, () => chance)).toBe(ms);
});

const now = Date.parse('2026-11-02T08:00:00Z');
test.each([
  ['nothing', null, null, 0],
  ['seconds', '120', null, 120_000],
  ['a date, by our clock', 'Mon, 02 Nov 2026 08:05:00 GMT', null, 300_000],
  ['a date, by the hub’s own clock', 'Mon, 09 Nov 2026 08:05:00 GMT', 'Mon, 09 Nov 2026 08:00:00 GMT', 300_000],
  ['a date that is past', 'Mon, 02 Nov 2026 07:00:00 GMT', null, 0],
  ['less than nothing', '-5', null, 0],
  ['nonsense', 'soon', null, 0],
  ['years', '99999999', null, 86_400_000],
])('Retry-After that holds %s', (_, header, date, ms) => {
  expect(retryAfter({ retryAfter: header, date, now })).toBe(ms);
});
