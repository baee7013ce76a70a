import { describe, expect, test } from 'vitest';
import { chanceOfAtLeast, upperBound } from '../../../../src/hub/aggregates/roll-out/binomial.ts';
import { isCheckDue, isUnhealthy } from '../../../../src/hub/aggregates/roll-out/judge-health.ts';
import { randomNumbers, type SimulatedRollOut, simulateRollOut } from './simulate-roll-out.ts';

const RUNS = 400;

const WEEKS = { hours: 336, lag: 100 };
const AT_ONCE = { hours: 336, lag: 8 };

function stopsOf(rollOut: SimulatedRollOut, runs = RUNS) {
  const random = randomNumbers(20_261_130);
  return Array.from({ length: runs }, () => simulateRollOut(rollOut, random));
}

describe('over a whole roll-out of two weeks with a look in every hour', () => {
  test.each([0.05, 0.19, 0.25, 0.5, 0.8])(
    'a version that is no worse is stopped in at most 5 %% of roll-outs, where %d of people are in trouble with each guide',
    (share) => {
      const guides = [1, 2, 3].map(() => ({ before: share, now: share }));
      const stops = stopsOf({ guides, people: { before: 150, now: 300 }, ...WEEKS }).filter(Boolean);
      expect(stops.length / RUNS).toBeLessThanOrEqual(0.05);
    },
  );

  test('a guide that breaks for 60 % stops the roll-out to a quarter of devices before 150 people met it, in at least 95 % of them', () => {
    const healthy = [1, 2, 3, 4].map(() => ({ before: 0.1, now: 0.1 }));
    const guides = [...healthy, { before: 0.1, now: 0.6 }];
    const stops = stopsOf({ guides, people: { before: 900, now: 300 }, ...AT_ONCE }, 200);
    const inTime = stops.filter((stop) => stop?.guide === 4 && stop.exposed <= 150);
    expect(inTime.length / stops.length).toBeGreaterThanOrEqual(0.95);
  });

  test('a new guide that is missing for nine of ten people stops the roll-out in at least 95 % of them', () => {
    const guides = [{ before: undefined, now: 0.9 }];
    const stops = stopsOf({ guides, people: { before: 0, now: 200 }, ...AT_ONCE }, 300);
    expect(stops.filter(Boolean).length / stops.length).toBeGreaterThanOrEqual(0.95);
  });
});

const one = { look: 1, guides: 1 };

test.each([
  ['nine people in trouble, whatever their share', { exposed: 20, troubled: 9 }, { exposed: 500, troubled: 5 }, false],
  ['ten of twenty, where it was one of a hundred', { exposed: 20, troubled: 10 }, { exposed: 500, troubled: 5 }, true],
  ['ten of twenty, where it was one of three', { exposed: 20, troubled: 10 }, { exposed: 300, troubled: 100 }, false],
  [
    'a share that is tolerated, though it was smaller before',
    { exposed: 1000, troubled: 190 },
    { exposed: 1000, troubled: 10 },
    false,
  ],
  ['a share that is as large as before', { exposed: 1000, troubled: 600 }, { exposed: 1000, troubled: 590 }, false],
  ['a share that is much larger than before', { exposed: 1000, troubled: 800 }, { exposed: 1000, troubled: 590 }, true],
  ['half of the people in a new guide', { exposed: 100, troubled: 50 }, undefined, false],
  ['nearly all people in a new guide', { exposed: 100, troubled: 90 }, undefined, true],
  ['nearly all people in a guide that few met before', { exposed: 100, troubled: 90 }, { exposed: 19, troubled: 0 }, true],
])('a guide is judged: %s', (_, now, before, unhealthy) => {
  expect(isUnhealthy({ now, before }, one)).toBe(unhealthy);
});

test('a later look, and a pack with more guides, take more to stop', () => {
  const health = { now: { exposed: 20, troubled: 11 }, before: { exposed: 500, troubled: 5 } };
  expect([
    isUnhealthy(health, one),
    isUnhealthy(health, { look: 200, guides: 1 }),
    isUnhealthy(health, { look: 1, guides: 500 }),
  ]).toEqual([true, false, false]);
});

test.each([
  [19, undefined, false],
  [20, undefined, true],
  [29, { checks: 1, people: 20 }, false],
  [30, { checks: 1, people: 20 }, true],
  [124, { checks: 3, people: 100 }, false],
  [125, { checks: 3, people: 100 }, true],
  [90, { checks: 3, people: 100 }, false],
])('with %d people, after %j, a look is due: %s', (exposed, last, due) => {
  expect(isCheckDue({ exposed, troubled: 0 }, last)).toBe(due);
});

test('chances and bounds are those of published tables', () => {
  // Upper bounds of Clopper and Pearson for 95 % two-sided: 0 of 10, 5 of 10, 10 of 100.
  expect(upperBound({ hits: 0, trials: 10 }, 0.025)).toBeCloseTo(0.3085, 4);
  expect(upperBound({ hits: 5, trials: 10 }, 0.025)).toBeCloseTo(0.8129, 4);
  expect(upperBound({ hits: 10, trials: 100 }, 0.025)).toBeCloseTo(0.1762, 4);
  expect(upperBound({ hits: 10, trials: 10 }, 0.025)).toBe(1);
  expect(chanceOfAtLeast(8, 10, 0.5)).toBeCloseTo(56 / 1024, 9);
  expect(chanceOfAtLeast(3000, 5000, 0.5)).toBeLessThan(1e-40);
});
