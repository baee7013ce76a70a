const DAY_MS = 24 * 60 * 60 * 1000;

/** The Monday on which the week of `now` began, at midnight UTC. */
export function startOfWeek(now: Date): Date {
  const midnight = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  const sinceMonday = (new Date(midnight).getUTCDay() + 6) % 7;
  return new Date(midnight - sinceMonday * DAY_MS);
}

/** As YYYY-MM-DD. */
export const isoDay = (date: Date): string => date.toISOString().slice(0, 10);
