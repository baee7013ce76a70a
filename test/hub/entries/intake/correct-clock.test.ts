import { expect, test } from 'vitest';
import { correctClock, isDeviceTime } from '../../../../src/hub/entries/intake/correct-clock.ts';

const now = '2026-11-22T12:00:00.000Z';

test.each([
  ['a right clock', '2026-11-22T11:00:00Z', '2026-11-22T12:00:00Z', '2026-11-22T11:00:00.000Z'],
  ['a clock that is an hour fast', '2026-11-22T12:30:00Z', '2026-11-22T13:00:00Z', '2026-11-22T11:30:00.000Z'],
  ['a clock that is ten years slow', '2016-11-22T11:30:00Z', '2016-11-22T12:00:00Z', '2026-11-22T11:30:00.000Z'],
  ['an empty battery', '1970-01-01T00:00:00Z', '1970-01-01T00:01:00Z', '2026-11-22T11:59:00.000Z'],
  ['set back after it was given: not after its arrival', '2026-11-22T13:00:00Z', '2026-11-22T12:00:00Z', now],
  [
    'set ahead by thousands of years: not before 1970',
    '2026-11-22T12:00:00Z',
    '9999-01-01T00:00:00Z',
    '1970-01-01T00:00:00.000Z',
  ],
])('a device time is corrected: %s', (_, at, sentAt, expected) => {
  const corrected = correctClock({ at: new Date(at), sentAt: new Date(sentAt), now: new Date(now) });
  expect(corrected.toISOString()).toBe(expected);
});

test.each([
  ['1970-01-01T00:00:00Z', true],
  ['2026-11-22T12:00:00.123456789Z', true],
  ['1969-12-31T23:59:59Z', false],
  ['0000-01-01T00:00:00Z', false],
  ['never', false],
])('%s is a valid device time: %s', (time, expected) => {
  expect(isDeviceTime(time)).toBe(expected);
});
