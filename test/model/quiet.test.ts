import { expect, test } from 'vitest';
import { endOfDay, isQuietIn, noQuiet, type QuietWish, wishQuiet } from '../../src/model/quiet.ts';

const now = new Date(2026, 10, 22, 15, 30).getTime();
const hour = 3_600_000;

test.each<[QuietWish, number, boolean]>([
  ['hour', now + hour - 1, true],
  ['hour', now + hour + 1, false],
  ['today', new Date(2026, 10, 22, 23, 59).getTime(), true],
  ['today', new Date(2026, 10, 23, 0, 1).getTime(), false],
  ['always', now + 365 * 24 * hour, true],
  ['none', now, false],
])('%s, at %i: %s', (wish, then, isQuiet) => {
  expect(isQuietIn(wishQuiet(noQuiet, wish, { app: 'orders', now }), 'orders', then)).toBe(isQuiet);
});

test('quiet in one app leaves the others as they are', () => {
  const quiet = wishQuiet(noQuiet, 'app', { app: 'orders', now });
  expect([isQuietIn(quiet, 'orders', now), isQuietIn(quiet, 'billing', now)]).toEqual([true, false]);
});

test('taken back in an app: there, and in general; elsewhere it stays', () => {
  const both = ['orders', 'billing'].reduce(
    (quiet, app) => wishQuiet(quiet, 'app', { app, now }),
    wishQuiet(noQuiet, 'always', { now }),
  );
  const back = wishQuiet(both, 'none', { app: 'orders', now });
  expect(back).toEqual({ until: null, apps: ['billing'], guides: [] });
  expect(wishQuiet(both, 'none', { now }).apps).toEqual([]);
});

test('a guide is silenced once, however often it is asked', () => {
  const twice = [1, 2].reduce((quiet) => wishQuiet(quiet, 'guide', { guide: 'basics/search', now }), noQuiet);
  expect(twice.guides).toEqual(['basics/search']);
});

test('the end of the day survives the change of clocks', () => {
  expect(new Date(endOfDay(new Date(2026, 9, 25, 1).getTime())).getHours()).toBe(0);
});
