const HOUR_MS = 3_600_000;

/**
 * Feedback that arrives this shortly before a step waits for the next one. So everything of a step is committed when the step comes, and
 * a reader that has read up to a step has missed nothing before it. No transaction lasts as long.
 */
const COMMIT_MARGIN_MS = 60_000;

/**
 * When the desk may show what arrived at a moment. At steps of whole hours, so that whoever watches the desk does not learn what arrived
 * together; with 0 hours at once.
 */
export function releaseTime(receivedAt: Date, hours: number): Date {
  if (hours === 0) return receivedAt;
  const stepMs = hours * HOUR_MS;
  return new Date(Math.ceil((receivedAt.getTime() + COMMIT_MARGIN_MS) / stepMs) * stepMs);
}

/** The moment up to which everything has been released and committed. */
export function releasedUpTo(now: Date, hours: number): Date {
  if (hours === 0) return new Date(now.getTime() - COMMIT_MARGIN_MS);
  const stepMs = hours * HOUR_MS;
  return new Date(Math.floor(now.getTime() / stepMs) * stepMs);
}
