const day = 24 * 60 * 60 * 1000;

/** The Monday that this week began with, at midnight UTC: figures hold for a week. */
export function weekOf(now: Date): Date {
  const midnight = Math.floor(now.getTime() / day) * day;
  const sinceMonday = (new Date(midnight).getUTCDay() + 6) % 7;
  return new Date(midnight - sinceMonday * day);
}

/** As YYYY-MM-DD. */
export const dayOf = (date: Date): string => date.toISOString().slice(0, 10);
