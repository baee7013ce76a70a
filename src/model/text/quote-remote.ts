/** Longest quotation of a text that another machine wrote. */
const MAX_QUOTE_CHARS = 200;

/** Controls, line breaks, and characters that hide text or show it in another order. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu;

/** A word that is or holds an address: with a scheme, or a host name with a known start or a path. */
const ADDRESS = /:\/\/|^\P{L}*(?:www\.|mailto:|tel:|data:|javascript:)|\p{L}\.\p{L}+\//iu;

/** A text of the hub as it may be shown in a quotation: on one line, without addresses, and short. */
export function quoteRemote(text: string): string {
  const words = text
    .slice(0, 4 * MAX_QUOTE_CHARS)
    .replace(INVISIBLE, ' ')
    .trim()
    .split(/\s+/);
  const quoted = words.map((word) => (ADDRESS.test(word) ? '…' : word)).join(' ');
  return quoted.length > MAX_QUOTE_CHARS ? `${quoted.slice(0, MAX_QUOTE_CHARS - 1).toWellFormed()}…` : quoted;
}
