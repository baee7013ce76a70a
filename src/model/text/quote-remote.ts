/** Longest quotation of a text that another machine wrote. */
const MAX_QUOTE_CHARS = 200;

/** Controls, line breaks, and characters that hide text or show it in another order. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu;

/** What looks like an address, so that nobody follows it: with a scheme, or a host name with a path or a known start. */
const ADDRESS = /(?:[a-z][a-z0-9+.-]{1,20}:\/\/|www\.|mailto:)\S*/giu;

/** A text of the hub as it may be shown in a quotation: on one line, without addresses, and short. */
export function quoteRemote(text: string): string {
  const start = text
    .slice(0, 4 * MAX_QUOTE_CHARS)
    .replace(INVISIBLE, ' ')
    .replace(ADDRESS, '…')
    .trim();
  return start.length > MAX_QUOTE_CHARS ? `${start.slice(0, MAX_QUOTE_CHARS - 1).toWellFormed()}…` : start;
}
