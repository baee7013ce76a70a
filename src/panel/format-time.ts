const language = () => document.documentElement.lang || undefined;

/** `22 Nov 2026, 14:02`, as the person's language writes it. */
export const formatDateTime = (at: number): string =>
  new Date(at).toLocaleString(language(), { dateStyle: 'medium', timeStyle: 'short' });

/** `14:02`. */
export const formatTime = (at: number): string => new Date(at).toLocaleTimeString(language(), { timeStyle: 'short' });

/** `14:02` for today, else with the day. */
export const formatMoment = (at: number, now: number): string =>
  dayKey(at) === dayKey(now) ? formatTime(at) : formatDateTime(at);

/** `22 Nov 2026`: the hub's receipts give only the day, in UTC. */
export const formatDate = (at: number): string =>
  new Date(at).toLocaleDateString(language(), { dateStyle: 'medium', timeZone: 'UTC' });

/** `Sunday, 22 November`. */
export const formatDay = (at: number): string =>
  new Date(at).toLocaleDateString(language(), { weekday: 'long', day: 'numeric', month: 'long' });

/** A key that differs from day to day. */
export const dayKey = (at: number): string => new Date(at).toDateString();

/** `Orders, Travel and Billing`, as the language joins them. */
export const formatList = (items: readonly string[]): string =>
  new Intl.ListFormat(language(), { style: 'long', type: 'conjunction' }).format(items);
