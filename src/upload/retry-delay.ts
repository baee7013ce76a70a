const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

/** Browsers wake a stopped worker no sooner than this. */
export const MIN_DELAY_MS = 30 * SECOND_MS;
/** So that a hub that was down for hours hears from everyone within a quarter of an hour, not from all at once. */
const MAX_JITTER_MS = 15 * MINUTE_MS;
/** A longer `Retry-After` is a mistake, and would silence an install for good. */
const MAX_RETRY_AFTER_MS = 24 * 60 * MINUTE_MS;

/** How long to wait after so many failures in a row: exponential, with full jitter above the soonest that alarms allow. */
export function retryDelay(failures: number, random: () => number): number {
  return MIN_DELAY_MS + random() * Math.min(MAX_JITTER_MS, MIN_DELAY_MS * 2 ** Math.min(failures, 20));
}

/** `Retry-After` in milliseconds from now, 0 if it says nothing. A date is read against the answer's own `Date`, whatever our clock says. */
export function retryAfter({
  retryAfter: header,
  date,
  now,
}: {
  retryAfter: string | null;
  date: string | null;
  now: number;
}): number {
  if (!header) return 0;
  const wait = /^\d+$/.test(header) ? Number(header) * SECOND_MS : Date.parse(header) - (Date.parse(date ?? '') || now);
  return Math.min(Math.max(wait || 0, 0), MAX_RETRY_AFTER_MS);
}
