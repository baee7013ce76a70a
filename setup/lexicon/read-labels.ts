const PROPERTY_LINE = /^\s*[^#!=\s][^=]*?=(.*)$/gm;
/** A string, and the colon that follows it if it is a key. */
const STRING = /(["'`])((?:\\.|(?!\1)[^\\\n])*)\1(\s*:)?/g;
const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g;
const WHITESPACE_ESCAPES = /^[nrt]$/;
/** Placeholders and markup of message formats: `{0}`, `{{count}}`, `%{name}`, `<0>`, `${total}`. */
const PLACEHOLDER = /[%$]?\{+[^{}]*\}+|<[^<>]*>|%[sd]\b|\$t\([^)]*\)/g;

/** The labels in a message file, without placeholders. */
export function readLabels(path: string, text: string): string[] {
  const values = path.endsWith('.properties')
    ? [...text.matchAll(PROPERTY_LINE)].map(([, value]) => value ?? '')
    : readStrings(text);
  return values
    .map((value) => unescapeText(value).replace(PLACEHOLDER, ' \u2026 ').trim())
    .filter((label) => /\p{L}/u.test(label));
}

/** The strings of a script or of JSON that are no keys, as they are written. */
export const readStrings = (text: string): string[] =>
  [...text.matchAll(STRING)].flatMap(([, , value = '', colon]) => (colon ? [] : [value]));

const unescapeText = (text: string): string =>
  text.replace(ESCAPE, (_, code?: string, letter?: string) =>
    code ? String.fromCharCode(Number.parseInt(code, 16)) : WHITESPACE_ESCAPES.test(letter ?? '') ? ' ' : (letter ?? ''),
  );
