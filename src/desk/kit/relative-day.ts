const DAY_MS = 24 * 60 * 60_000;

/** Largest first. Month and year have their mean length in the Gregorian calendar, which is exact enough for "2 months ago". */
const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365.25],
  ['month', 30.44],
  ['day', 0],
];

/** "today", "3 days ago". A day that has not begun yet is today, because clocks differ. */
export function relativeDay(day: string, now: number, locale: string): string {
  const days = Math.max(0, Math.floor(now / DAY_MS) - Date.parse(day) / DAY_MS);
  const [unit, length] = UNITS.find(([, least]) => days >= least)!;
  return new Intl.RelativeTimeFormat(locale, { numeric: unit === 'day' ? 'auto' : 'always' }).format(
    -Math.floor(days / (length || 1)),
    unit,
  );
}

/** The date of a UTC day. */
export function exactDay(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(day));
}
