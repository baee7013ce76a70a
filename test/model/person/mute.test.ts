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
])('%s, at %i: %s', (request, then, isMuted) => {
  expect(isMutedIn(applyMuteRequest(notMuted, request, { app: 'orders', now }), 'orders', then)).toBe(isMuted);
});

test('quiet in one app leaves the others as they are', () => {
  const mute = applyMuteRequest(notMuted, 'app', { app: 'orders', now });
  expect([isMutedIn(mute, 'orders', now), isMutedIn(mute, 'billing', now)]).toEqual([true, false]);
});

test('taken back in an app: there, and in general; elsewhere it stays', () => {
  const both = ['orders', 'billing'].reduce(
    (mute, app) => applyMuteRequest(mute, 'app', { app, now }),
    applyMuteRequest(notMuted, 'always', { now }),
  );
  const back = applyMuteRequest(both, 'none', { app: 'orders', now });
  expect(back).toEqual({ until: null, apps: ['billing'], guides: [] });
  expect(applyMuteRequest(both, 'none', { now }).apps).toEqual([]);
});

test('a guide is silenced once, however often it is asked', () => {
  const twice = [1, 2].reduce((mute) => applyMuteRequest(mute, 'guide', { guide: 'basics/search', now }), notMuted);
  expect(twice.guides).toEqual(['basics/search']);
});

test('the end of the day survives the change of clocks', () => {
  expect(new Date(endOfDay(new Date(2026, 9, 25, 1).getTime())).getHours()).toBe(0);
});
