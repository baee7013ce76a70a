const language = () => document.documentElement.lang || undefined;

/** `22 Nov 2026, 14:02`, as the person's language writes it. */
export const sayTime = (at: number): string =>
  new Date(at).toLocaleString(language(), { dateStyle: 'medium', timeStyle: 'short' });

/** `14:02`. */
export const sayHour = (at: number): string => new Date(at).toLocaleTimeString(language(), { timeStyle: 'short' });

/** `14:02` for today, else with the day. */
export const sayMoment = (at: number, now: number): string => (dayOf(at) === dayOf(now) ? sayHour(at) : sayTime(at));

/** `22 Nov 2026`: the hub's receipts tell the day alone, as the hub counts days. */
export const sayDate = (at: number): string =>
  new Date(at).toLocaleDateString(language(), { dateStyle: 'medium', timeZone: 'UTC' });

/** `Sunday, 22 November`. */
export const sayDay = (at: number): string =>
  new Date(at).toLocaleDateString(language(), { weekday: 'long', day: 'numeric', month: 'long' });

/** A name for the day, to tell days apart. */
export const dayOf = (at: number): string => new Date(at).toDateString();
