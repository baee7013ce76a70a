import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isTooLate,
  leavesMark,
  MAX_RETENTION_DAYS,
  MIN_RETENTION_DAYS,
  nextMidnight,
  retentionCutoff,
} from '../../../../src/hub/entries/retention/due.ts';

const day = 86_400_000;

test.each([
  ['2026-11-22T12:00:00.000Z', 30, '2026-10-24T00:00:00.000Z'],
  ['2026-11-22T00:00:00.000Z', 30, '2026-10-24T00:00:00.000Z'],
  ['2026-11-21T23:59:59.999Z', 30, '2026-10-23T00:00:00.000Z'],
  ['2026-11-22T12:00:00.000Z', 7, '2026-11-16T00:00:00.000Z'],
  ['2024-03-01T00:00:00.000Z', 30, '2024-02-01T00:00:00.000Z'],
])('at %s with %i days of retention, entries from before %s are due', (now, days, before) => {
  expect(retentionCutoff(new Date(now), days).toISOString()).toBe(before);
});

const moments = fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true });

test('pruned after each midnight, no entry gets older than the retention or is deleted a day too early', () => {
  fc.assert(
    fc.property(moments, fc.integer({ min: MIN_RETENTION_DAYS, max: MAX_RETENTION_DAYS }), (arrived, days) => {
      let look = arrived;
      while (arrived >= retentionCutoff(look, days)) look = nextMidnight(look);
      const age = (look.getTime() - arrived.getTime()) / day;
      expect(age).toBeGreaterThan(days - 1);
      expect(age).toBeLessThanOrEqual(days);
    }),
  );
});

test('the next midnight is after now, and no later than a day', () => {
  fc.assert(
    fc.property(moments, (now) => {
      const wait = nextMidnight(now).getTime() - now.getTime();
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(day);
      expect(nextMidnight(now).getTime() % day).toBe(0);
    }),
  );
});

test.each([
  ['feedback', false, false],
  ['words', true, false],
  ['answer', true, false],
  ['guide', false, true],
  ['friction', false, true],
  ['task', false, true],
] as const)('an entry of kind %s: leaves a mark %s, is recognised by its age %s', (kind, marks, ages) => {
  const before = new Date('2026-11-22T00:00:00Z');
  expect(leavesMark(kind)).toBe(marks);
  expect(isTooLate({ kind, at: new Date('2026-11-21T23:59:59.999Z') }, before)).toBe(ages);
  expect(isTooLate({ kind, at: before }, before)).toBe(false);
});
