const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Largest first. Month and year have their mean length in the Gregorian calendar, which is exact enough for "2 months ago". */
const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365.25 * DAY_MS],
  ['month', 30.44 * DAY_MS],
  ['day', DAY_MS],
  ['hour', HOUR_MS],
  ['minute', MINUTE_MS],
];

/** Under a minute reads "just now", and so does less than a minute in the future, because clocks differ. */
export function relativeTime(at: string, now: number, locale: string): string {
  const passed = now - Date.parse(at);
  const size = Math.abs(passed);
  const unit = UNITS.find(([, length]) => size >= length);
  if (!unit) return 'just now';
  const count = Math.floor(size / unit[1]);
  return new Intl.RelativeTimeFormat(locale, { numeric: 'always' }).format(passed > 0 ? -count : count, unit[0]);
}

/** The exact time, in the reader's time zone unless another is given. */
export function exactTime(at: string, locale: string, timeZone?: string): string {
  return new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }).format(new Date(at));
}

/** The desk is in English. Dates follow the first English locale among the reader's languages. */
export function deskLocale(languages: readonly string[]): string {
  return languages.find((tag) => /^en\b/i.test(tag)) ?? 'en-GB';
}
