/** The two halves of a place, ready to be tried on an address. */
export interface PlacePattern {
  page: URLPattern;
  /** The hash read as a path, since that is what a router makes of it; undefined if any will do. */
  hash: URLPattern | undefined;
}

const base = 'https://app.invalid';

/**
 * The standard's own reading of a place such as `/orders/*#/Orders/:id`. Parts that are not given match anything; a trailing slash is
 * no difference, nor is a query in the hash. Throws TypeError where the standard's parser refuses.
 */
export function placePattern(source: string): PlacePattern {
  const at = source.indexOf('#');
  const before = at < 0 ? source : source.slice(0, at);
  const after = at < 0 ? '' : source.slice(at + 1);
  return { page: pagePattern(before), hash: after ? new URLPattern({ pathname: lenient(asPath(after)) }) : undefined };
}

function pagePattern(before: string): URLPattern {
  if (before === '' || before === '*') return new URLPattern({});
  const parsed = new URLPattern(before.startsWith('?') ? `/*\\${before}` : before, base);
  return new URLPattern({ pathname: lenient(parsed.pathname), search: parsed.search || '*' });
}

const asPath = (hash: string): string => (hash.startsWith('/') ? hash : `/${hash}`);

/** With or without a slash at its end. */
function lenient(pathname: string): string {
  const bare = pathname.length > 1 ? pathname.replace(/(?<!\\)\/$/, '') : pathname;
  return bare.length > 1 && !/[*}]$/.test(bare) ? `${bare}{/}?` : bare;
}

/** Compiled once: the same few places are tried at every change of address. */
const compiled = new Map<string, PlacePattern>();

/** Does this address lie in that place? */
export function liesIn(url: string, source: string): boolean {
  const { pathname, search, hash } = new URL(url);
  const place = compiled.get(source) ?? placePattern(source);
  compiled.set(source, place);
  if (!place.page.test({ pathname, search: search.slice(1) })) return false;
  return !place.hash || place.hash.test({ pathname: asPath(hash.slice(1).replace(/\?.*$/s, '')) });
}
