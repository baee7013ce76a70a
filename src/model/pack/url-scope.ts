/** The two halves of a place, ready to be tried on an address. */
export interface UrlScope {
  page: URLPattern;
  /** The hash read as a path, since that is what a router makes of it; undefined if any will do. */
  hash: URLPattern | undefined;
}

const BASE_URL = 'https://app.invalid';

/**
 * The standard's own reading of a place such as `/orders/*#/Orders/:id`. Parts that are not given match anything; a trailing slash is
 * no difference, nor is a query in the hash. Throws TypeError where the standard's parser refuses.
 */
export function parseUrlScope(pattern: string): UrlScope {
  const at = pattern.indexOf('#');
  const pagePart = at < 0 ? pattern : pattern.slice(0, at);
  const hashPart = at < 0 ? '' : pattern.slice(at + 1);
  return {
    page: pagePattern(pagePart),
    hash: hashPart ? new URLPattern({ pathname: withOptionalSlash(asPath(hashPart)) }) : undefined,
  };
}

function pagePattern(pagePart: string): URLPattern {
  if (pagePart === '' || pagePart === '*') return new URLPattern({});
  const parsed = new URLPattern(pagePart.startsWith('?') ? `/*\\${pagePart}` : pagePart, BASE_URL);
  return new URLPattern({ pathname: withOptionalSlash(parsed.pathname), search: parsed.search || '*' });
}

const asPath = (hash: string): string => (hash.startsWith('/') ? hash : `/${hash}`);

/** With or without a slash at its end. */
function withOptionalSlash(pathname: string): string {
  const trimmed = pathname.length > 1 ? pathname.replace(/(?<!\\)\/$/, '') : pathname;
  return trimmed.length > 1 && !/[*}]$/.test(trimmed) ? `${trimmed}{/}?` : trimmed;
}

/** Compiled once: the same few places are tried at every change of address. */
const parsedScopes = new Map<string, UrlScope>();

/** Does this address lie in that place? */
export function matchesUrlScope(url: string, pattern: string): boolean {
  const { pathname, search, hash } = new URL(url);
  const scope = parsedScopes.get(pattern) ?? parseUrlScope(pattern);
  parsedScopes.set(pattern, scope);
  if (!scope.page.test({ pathname, search: search.slice(1) })) return false;
  return !scope.hash || scope.hash.test({ pathname: asPath(hash.slice(1).replace(/\?.*$/s, '')) });
}
