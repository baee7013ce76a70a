import { expect, test } from 'vitest';
import { deskLocale, exactTime, relativeTime } from '../../../src/desk/kit/relative-time.ts';

const now = Date.parse('2025-03-10T12:00:00Z');

test.each([
  ['2025-03-10T12:00:00Z', 'just now'],
  ['2025-03-10T11:59:01Z', 'just now'],
  ['2025-03-10T12:00:40Z', 'just now'],
  ['2025-03-10T11:59:00Z', '1 minute ago'],
  ['2025-03-10T11:00:01Z', '59 minutes ago'],
  ['2025-03-10T11:00:00Z', '1 hour ago'],
  ['2025-03-09T12:00:01Z', '23 hours ago'],
  ['2025-03-09T12:00:00Z', '1 day ago'],
  ['2025-03-08T12:00:01Z', '1 day ago'],
  ['2025-02-10T12:00:00Z', '28 days ago'],
  ['2025-01-10T12:00:00Z', '1 month ago'],
  ['2023-03-10T11:00:00Z', '2 years ago'],
  ['2025-03-10T15:00:00Z', 'in 3 hours'],
])('the relative time of %s is %s', (at, expected) => {
  expect(relativeTime(at, now, 'en-GB')).toBe(expected);
});

test('the exact time includes its time zone', () => {
  expect(exactTime('2025-03-10T12:05:00Z', 'en-GB', 'Europe/Berlin')).toBe('Mon, 10 Mar 2025, 13:05 CET');
});

test.each([
  [['de-AT', 'en-US', 'en'], 'en-US'],
  [['de'], 'en-GB'],
  [['EN-au'], 'EN-au'],
  [['eno'], 'en-GB'],
])('of the languages %j the desk uses the locale %s', (languages, locale) => {
  expect(deskLocale(languages)).toBe(locale);
});
