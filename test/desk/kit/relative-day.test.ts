import { expect, test } from 'vitest';
import { exactDay, relativeDay } from '../../../src/desk/kit/relative-day.ts';

const now = Date.parse('2025-03-10T12:00:00Z');

test.each([
  ['2025-03-10', 'today'],
  ['2025-03-11', 'today'],
  ['2025-03-09', 'yesterday'],
  ['2025-03-08', '2 days ago'],
  ['2025-02-10', '28 days ago'],
  ['2025-01-10', '1 month ago'],
  ['2023-03-10', '2 years ago'],
])('the day %s is %s', (day, expected) => {
  expect(relativeDay(day, now, 'en-GB')).toBe(expected);
});

test('a day has the same date in every time zone', () => {
  expect(exactDay('2025-03-10', 'en-GB')).toBe('Mon, 10 Mar 2025');
});
