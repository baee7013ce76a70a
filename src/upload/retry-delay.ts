const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Browsers wake a stopped worker no sooner than this. */
export const SOONEST = 30 * SECOND;
/** So that a hub that was down for hours hears from everyone within a quarter of an hour, not from all at once. */
const LONGEST = 15 * MINUTE;
/** A longer `Retry-After` is a mistake, and would silence an install for good. */
const MOST_PATIENCE = 24 * 60 * MINUTE;

/** How long to wait after so many failures in a row: exponential, with full jitter above the soonest that alarms allow. */
export function retryDelay(failures: number, random: () => number): number {
  return SOONEST + random() * Math.min(LONGEST, SOONEST * 2 ** Math.min(failures, 20));
}

/** `Retry-After` in milliseconds from now, 0 if it says nothing. A date is read against the answer's own `Date`, whatever our clock says. */
export function retryAfter({
  retryAfter: said,
  date,
  now,
}: {
  retryAfter: string | null;
  date: string | null;
  now: number;
}): number {
  if (!said) return 0;
  const wait = /^\d+$/.test(said) ? Number(said) * SECOND : Date.parse(said) - (Date.parse(date ?? '') || now);
  return Math.min(Math.max(wait || 0, 0), MOST_PATIENCE);
}
