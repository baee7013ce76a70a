import { isUrlScope } from './url-scope.ts';

/** What each round escapes of a place that cannot be read: the likeliest slip first, so that parts meant to vary go on varying. */
const SLIPS: readonly RegExp[] = [
  // A plus sign; a colon that begins no name; what closes nothing.
  /\+/g,
  /:(?![\p{ID_Start}$_])/gu,
  /[+]|:(?![\p{ID_Start}$_])/gu,
  /[(){}]/g,
  /[(){}+]|:(?![\p{ID_Start}$_])/gu,
  /[(){}+?*]|:(?![\p{ID_Start}$_])/gu,
  /[(){}+?*:]/g,
];

/** The place with a backslash before each sign that the address itself has, if it can be read then. */
export function escapeScope(place: string): string | undefined {
  for (const slip of SLIPS) {
    const escaped = place.replace(unescaped(slip), '\\$&');
    if (escaped !== place && isUrlScope(escaped)) return escaped;
  }
  return undefined;
}

const unescaped = (signs: RegExp): RegExp => new RegExp(`(?<!\\\\)(?:${signs.source})`, signs.flags);
