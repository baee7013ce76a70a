const HOUR_MS = 3_600_000;

/** A hub runs its daily jobs every day, so a longer time between two runs is a standstill, or the clock has jumped. */
const USUAL_GAP_MS = 48 * HOUR_MS;

/** After such a gap, the clock is believed this long afterwards: time to see the warning and to correct it. */
const GRACE_MS = 12 * HOUR_MS;

/** What is stored of the daily runs of all hubs on a store. */
export interface DailyRun {
  ranAt: Date;
  /** The clock of the hub is believed from then on. */
  believedFrom: Date;
}

/**
 * The state of the daily runs after one at this time. Raw entries are deleted by their age, and an edition of figures is final: a clock that
 * is days ahead would delete what is not due, and nothing could bring it back. A clock that was set back does no harm.
 */
export function judgeClock(last: DailyRun | undefined, now: Date): DailyRun {
  const isUsual = last === undefined || now.getTime() - last.ranAt.getTime() <= USUAL_GAP_MS;
  if (!isUsual) return { ranAt: now, believedFrom: new Date(now.getTime() + GRACE_MS) };
  const wasSetBack = last !== undefined && now < last.ranAt;
  return { ranAt: now, believedFrom: last === undefined || wasSetBack ? now : last.believedFrom };
}
