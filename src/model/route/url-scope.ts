/** A parsed place, ready to be matched against an address. */
interface UrlScope {
  page: URLPattern;
  /** The hash, matched as a path, as client-side routers use it; undefined if any hash matches. */
  hash: URLPattern | undefined;
}

const BASE_URL = 'https://app.invalid';

/**
 * Parses a place such as `/orders/*#/Orders/:id`. Omitted parts match anything; a trailing slash is
 * ignored, and so is a query in the hash. Throws a TypeError if `URLPattern` rejects it.
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

/** Matches with or without a trailing slash. */
function withOptionalSlash(pathname: string): string {
  const trimmed = pathname.length > 1 ? pathname.replace(/(?<!\\)\/$/, '') : pathname;
  return trimmed.length > 1 && !/[*}]$/.test(trimmed) ? `${trimmed}{/}?` : trimmed;
}

/** Parsed once: the same few places are matched at every change of address. */
const parsedScopes = new Map<string, UrlScope>();

/** Does the address match the place? */
export function matchesUrlScope(url: string, pattern: string): boolean {
  const { pathname, search, hash } = new URL(url);
  const scope = parsedScopes.get(pattern) ?? parseUrlScope(pattern);
  parsedScopes.set(pattern, scope);
  if (!scope.page.test({ pathname, search: search.slice(1) })) return false;
  return !scope.hash || scope.hash.test({ pathname: asPath(hash.slice(1).replace(/\?.*$/s, '')) });
}
