import { expect, test } from 'vitest';
import { createJourneyClock } from '../../src/background/journey-clock.ts';
import { memoryStorage } from './storage/memory-storage.ts';

const MINUTE = 60_000;

test.each([
  ['time passes', [0, 15, 30], [0, 15, 30]],
  ['the device sleeps for three hours', [0, 15, 195, 196], [0, 15, 15, 16]],
  ['the clock is set back', [100, 40, 41], [100, 100, 101]],
  ['the clock is set on', [0, 600, 601], [0, 0, 1]],
])('journeys count the time: %s', async (_, minutes, expected) => {
  const { items } = memoryStorage();
  const counted: number[] = [];
  for (const minute of minutes) {
    // A worker may start anew each time.
    const clock = createJourneyClock({ item: items.journeyTime, clock: { now: () => minute * MINUTE } });
    counted.push((await clock.now()) / MINUTE);
  }
  expect(counted).toEqual(expected);
});
