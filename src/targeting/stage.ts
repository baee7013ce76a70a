import type { Stage } from '../model/pack/stage.ts';

/** How often a task was completed, by week since the epoch. Weeks older than a year are dropped; `ever` stays. */
export interface Completions {
  weeks: Record<string, number>;
  /** Was it ever completed? */
  ever: boolean;
}

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
/** Periods that are considered, and how many of them with a completion make a habit. */
const PERIODS_OBSERVED = 12;
const HABIT_PERIODS = 9;
/** Mean completions in a period, of a power user and of a novice. */
const MEAN_PER_PERIOD = { power: 15, novice: 1 };
/** A monthly task is judged by periods of four weeks. */
const WEEKS_PER_PERIOD = { week: 1, month: 4 };

export const weekOf = (at: number): number => Math.floor(at / WEEK_MS);

/** Adds a completion, and drops weeks that no stage considers any more. */
export function addCompletion({ weeks }: Pick<Completions, 'weeks'>, at: number): Completions {
  const now = weekOf(at);
  const recent = Object.entries<number>({ ...weeks, [now]: (weeks[now] ?? 0) + 1 }).filter(
    ([one]) => now - Number(one) < PERIODS_OBSERVED * WEEKS_PER_PERIOD.month,
  );
  return { weeks: Object.fromEntries(recent), ever: true };
}

/**
 * How far a person is with a task. Of the last twelve periods (weeks, or four weeks each for a task that comes up each month), this one
 * among them:
 *
 * | stage    | when                                                              |
 * |----------|-------------------------------------------------------------------|
 * | power    | completed in nine of them, and 15 times in each on average         |
 * | habitual | completed in nine of them                                          |
 * | novice   | completed once in each on average                                  |
 * | low      | completed in any                                                   |
 * | lapsed   | completed once, but in none of them                                |
 * | none     | never completed                                                    |
 */
export function stageOf({ weeks, ever }: Completions, every: 'week' | 'month', now: number): Stage {
  const counts = Array.from({ length: PERIODS_OBSERVED }, () => 0);
  for (const [one, count] of Object.entries(weeks)) {
    const ago = Math.floor((weekOf(now) - Number(one)) / WEEKS_PER_PERIOD[every]);
    if (ago >= 0 && ago < PERIODS_OBSERVED) counts[ago]! += count;
  }
  const active = counts.filter((count) => count > 0).length;
  const average = counts.reduce((sum, count) => sum + count, 0) / PERIODS_OBSERVED;
  if (active >= HABIT_PERIODS) return average >= MEAN_PER_PERIOD.power ? 'power' : 'habitual';
  if (average >= MEAN_PER_PERIOD.novice) return 'novice';
  return active > 0 ? 'low' : ever ? 'lapsed' : 'none';
}
