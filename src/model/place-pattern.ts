/**
 * The standard's own reading of a place such as `/orders/*#/Orders/:id`. Parts that are not given match anything, and a trailing
 * slash is no difference. Throws TypeError where the standard's parser refuses.
 */
export function placePattern(source: string): URLPattern {
  const whole = source.startsWith('#') ? `/*${source}` : source.startsWith('?') ? `/*\\${source}` : source.replace(/^\*/, '/*');
  const parsed = new URLPattern(whole, 'https://app.invalid');
  const path = source.startsWith('?') || source.startsWith('#') ? '/*' : parsed.pathname;
  return new URLPattern({
    pathname: path.length > 1 && !/[*/}]$/.test(path) ? `${path}{/}?` : path,
    search: parsed.search || '*',
    hash: parsed.hash || '*',
  });
}

/** Does this address lie in that place? */
export function liesIn(url: string, source: string): boolean {
  const { pathname, search, hash } = new URL(url);
  return placePattern(source).test({ pathname, search: search.slice(1), hash: hash.slice(1) });
}
