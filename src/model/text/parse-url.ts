/**
 * The address, or undefined if it is none. Not `URL.canParse` before `new URL`: the two do not agree on every text, as on host names of
 * some thousand characters.
 */
export function parseUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}
