const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

/** Browsers wake a stopped worker no sooner than after this. */
const MIN_DELAY_MS = 30 * SECOND_MS;
/** After an outage of hours, every install sends within a quarter of an hour, and not all of them at once. */
const MAX_JITTER_MS = 15 * MINUTE_MS;
/** A longer `Retry-After` is a mistake that would silence an install for good. */
const MAX_RETRY_AFTER_MS = 24 * 60 * MINUTE_MS;

/** How long to wait after this many consecutive failures: exponential, with full jitter above the minimum that alarms allow. */
export function retryDelay(failures: number, random: () => number): number {
  return MIN_DELAY_MS + random() * Math.min(MAX_JITTER_MS, MIN_DELAY_MS * 2 ** Math.min(failures, 20));
}

/** `Retry-After` in milliseconds from now, 0 if there is none. A date is compared with the answer's own `Date`, not with our clock. */
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
