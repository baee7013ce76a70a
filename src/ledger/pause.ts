/** Until when nothing is recorded: a time in milliseconds since the epoch, or until the person resumes recording. */
export type Pause = { until: number } | { until: 'asked' };

export type PauseLength = 'hour' | 'today' | 'until asked';

const HOUR_MS = 3_600_000;

/** A pause that begins now. "Today" ends at the next midnight in the person's own time zone. */
export function pauseFor(length: PauseLength, now: number): Pause {
  if (length === 'until asked') return { until: 'asked' };
  if (length === 'hour') return { until: now + HOUR_MS };
  const midnight = new Date(now);
  midnight.setHours(24, 0, 0, 0);
  return { until: midnight.getTime() };
}

/** May anything be recorded about the person at this time? */
export function mayRecord(pause: Pause | undefined, now: number): boolean {
  return pause === undefined || (pause.until !== 'asked' && pause.until <= now);
}
