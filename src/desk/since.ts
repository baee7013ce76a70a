const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Largest first; a month and a year are the mean ones of the Gregorian calendar, which is exact enough for "2 months ago". */
const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365.25 * day],
  ['month', 30.44 * day],
  ['day', day],
  ['hour', hour],
  ['minute', minute],
];

/** Under a minute is "just now", and so is a little in the future: clocks differ. */
export function since(at: string, now: number, locale: string): string {
  const passed = now - Date.parse(at);
  const size = Math.abs(passed);
  const unit = units.find(([, length]) => size >= length);
  if (!unit) return 'just now';
  const count = Math.floor(size / unit[1]);
  return new Intl.RelativeTimeFormat(locale, { numeric: 'always' }).format(passed > 0 ? -count : count, unit[0]);
}

/** The exact time, in the zone of the person reading unless another is given. */
export function exactly(at: string, locale: string, timeZone?: string): string {
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

/** The desk speaks English; dates follow the English of the person's own region where they have one. */
export function deskLocale(languages: readonly string[]): string {
  return languages.find((tag) => /^en\b/i.test(tag)) ?? 'en-GB';
}
