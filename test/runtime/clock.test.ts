import { expect, test } from 'vitest';
import { isoNow, systemClock } from '../../src/runtime/clock.ts';
import { handClock } from './hand-clock.ts';

test('the system clock runs a callback, and not one that was cancelled', async () => {
  const ran: string[] = [];
  const cancel = systemClock.after(1, () => ran.push('cancelled'));
  cancel();
  await new Promise<void>((done) => void systemClock.after(5, done));
  expect(ran).toEqual([]);
  expect(Math.abs(systemClock.now() - Date.now())).toBeLessThan(1000);
});

test('the hand clock runs timers in order, each at its own time', () => {
  const clock = handClock(0);
  const ran: [string, number][] = [];
  clock.after(20, () => ran.push(['second', clock.now()]));
  clock.after(10, () => {
    ran.push(['first', clock.now()]);
    clock.after(5, () => ran.push(['between', clock.now()]));
  });
  clock.after(31, () => ran.push(['too late', clock.now()]));
  clock.advance(30);
  expect(ran).toEqual([
    ['first', 10],
    ['between', 15],
    ['second', 20],
  ]);
  expect(clock.now()).toBe(30);
  expect(clock.waiting).toBe(1);
});

test('isoNow writes the time in ISO 8601 with milliseconds', () => {
  expect(isoNow(handClock(Date.UTC(2026, 0, 2, 3, 4, 5, 6)))).toBe('2026-01-02T03:04:05.006Z');
});
