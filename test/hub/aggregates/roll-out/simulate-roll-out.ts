import {
  type GuideHealth,
  isCheckDue,
  isUnhealthy,
  type PastChecks,
} from '../../../../src/hub/aggregates/roll-out/judge-health.ts';

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface SimulatedGuide {
  /** Share of people in trouble with the version before; undefined: the guide is new. */
  before: number | undefined;
  now: number;
}

export interface SimulatedRollOut {
  guides: readonly SimulatedGuide[];
  /** People of each version who meet each guide in the end. */
  people: { before: number; now: number };
  /** Hours, with a look in each. */
  hours: number;
  /** Longest time from meeting a guide to dismissing it or missing its control, in hours. */
  lag: number;
}

interface Person {
  metAt: number;
  /** People dismiss a guide, or miss its control, some time after they first met it. */
  troubledAt: number;
}

export interface SimulatedStop {
  guide: number;
  /** People who had met that guide. */
  exposed: number;
}

/** A whole roll-out with a look in each hour; what stopped it, if anything did. */
export function simulateRollOut(
  { guides, people, hours, lag }: SimulatedRollOut,
  random: () => number,
): SimulatedStop | undefined {
  const crowd = (size: number, share: number): Person[] =>
    Array.from({ length: size }, () => {
      const metAt = random() * hours;
      return { metAt, troubledAt: random() < share ? metAt + random() * lag : Number.POSITIVE_INFINITY };
    });
  const crowds = guides.map(({ before, now }) => ({
    before: before === undefined ? undefined : crowd(people.before, before),
    now: crowd(people.now, now),
  }));
  const checks = new Map<number, PastChecks>();
  for (let hour = 1; hour <= hours; hour += 1) {
    const due = crowds
      .map((one, guide) => ({ guide, before: one.before && healthAt(one.before, hour), now: healthAt(one.now, hour) }))
      .filter(({ guide, now }) => isCheckDue(now, checks.get(guide)));
    for (const { guide, before, now } of due) {
      const look = (checks.get(guide)?.checks ?? 0) + 1;
      checks.set(guide, { checks: look, people: now.exposed });
      if (isUnhealthy({ now, before }, { look, guides: guides.length })) return { guide, exposed: now.exposed };
    }
  }
  return undefined;
}

const healthAt = (crowd: readonly Person[], hour: number): GuideHealth => ({
  exposed: crowd.filter(({ metAt }) => metAt <= hour).length,
  troubled: crowd.filter(({ troubledAt }) => troubledAt <= hour).length,
});
