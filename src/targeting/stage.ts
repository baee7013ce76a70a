import type { Stage } from '../model/stage.ts';

/** How often a task was completed, by week since the epoch; weeks older than a year are forgotten, but that there were some is not. */
export interface Completions {
  weeks: Record<string, number>;
  /** Was it ever completed? */
  ever: boolean;
}

const week = 7 * 24 * 60 * 60 * 1000;
/** Periods that are looked at, and so many of them with a completion make a habit. */
const looked = 12;
const habit = 9;
/** Completions in a period, on average, of a power user and of a novice. */
const often = { power: 15, novice: 1 };
/** A task that comes up each month is judged by periods of four weeks. */
const weeksIn = { week: 1, month: 4 };

export const weekOf = (at: number): number => Math.floor(at / week);

/** One more completion; weeks that no stage looks at any more are dropped. */
export function complete({ weeks }: Pick<Completions, 'weeks'>, at: number): Completions {
  const now = weekOf(at);
  const kept = Object.entries<number>({ ...weeks, [now]: (weeks[now] ?? 0) + 1 }).filter(
    ([one]) => now - Number(one) < looked * weeksIn.month,
  );
  return { weeks: Object.fromEntries(kept), ever: true };
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
  const counts = Array.from({ length: looked }, () => 0);
  for (const [one, count] of Object.entries(weeks)) {
    const ago = Math.floor((weekOf(now) - Number(one)) / weeksIn[every]);
    if (ago >= 0 && ago < looked) counts[ago]! += count;
  }
  const active = counts.filter((count) => count > 0).length;
  const average = counts.reduce((sum, count) => sum + count, 0) / looked;
  if (active >= habit) return average >= often.power ? 'power' : 'habitual';
  if (average >= often.novice) return 'novice';
  return active > 0 ? 'low' : ever ? 'lapsed' : 'none';
}
