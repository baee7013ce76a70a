import { expect, test } from 'vitest';
import { isoDay, startOfWeek } from '../../../src/hub/aggregates/week.ts';

test.each([
  ['2026-11-23T00:00:00Z', '2026-11-23'],
  ['2026-11-22T23:59:59Z', '2026-11-16'],
  ['2026-11-25T12:00:00Z', '2026-11-23'],
  ['2027-01-01T12:00:00Z', '2026-12-28'],
])('the week of %s began on Monday %s', (now, monday) => {
  expect(isoDay(startOfWeek(new Date(now)))).toBe(monday);
});
