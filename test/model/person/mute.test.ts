import { expect, test } from 'vitest';
import { applyMuteRequest, endOfDay, isMutedIn, type MuteRequest, notMuted } from '../../../src/model/person/mute.ts';

const now = new Date(2026, 10, 22, 15, 30).getTime();
const hour = 3_600_000;

test.each<[MuteRequest, number, boolean]>([
  ['hour', now + hour - 1, true],
  ['hour', now + hour + 1, false],
  ['today', new Date(2026, 10, 22, 23, 59).getTime(), true],
  ['today', new Date(2026, 10, 23, 0, 1).getTime(), false],
  ['always', now + 365 * 24 * hour, true],
  ['none', now, false],
])('after the request "%s", at %i, tips are muted: %s', (request, then, isMuted) => {
  expect(isMutedIn(applyMuteRequest(notMuted, request, { app: 'orders', now }), 'orders', then)).toBe(isMuted);
});

test('muting one app does not mute another', () => {
  const mute = applyMuteRequest(notMuted, 'app', { app: 'orders', now });
  expect([isMutedIn(mute, 'orders', now), isMutedIn(mute, 'billing', now)]).toEqual([true, false]);
});

test('unmuting in an app ends the mute there and in general, and keeps that of other apps', () => {
  const both = ['orders', 'billing'].reduce(
    (mute, app) => applyMuteRequest(mute, 'app', { app, now }),
    applyMuteRequest(notMuted, 'always', { now }),
  );
  const back = applyMuteRequest(both, 'none', { app: 'orders', now });
  expect(back).toEqual({ until: null, apps: ['billing'], guides: [] });
  expect(applyMuteRequest(both, 'none', { now }).apps).toEqual([]);
});

test('a guide muted twice is listed once', () => {
  const twice = [1, 2].reduce((mute) => applyMuteRequest(mute, 'guide', { guide: 'basics/search', now }), notMuted);
  expect(twice.guides).toEqual(['basics/search']);
});

test('the end of the day is midnight also when clocks change', () => {
  expect(new Date(endOfDay(new Date(2026, 9, 25, 1).getTime())).getHours()).toBe(0);
});
