import { compileNode, type PatternProgram } from '../pattern/compile-pattern.ts';
import { runPattern } from '../pattern/run-pattern.ts';
import { parseComponent } from './parse-component.ts';

/** A parsed place, ready to be matched against an address. A part that is undefined matches anything. */
interface UrlScope {
  path: PatternProgram | undefined;
  query: PatternProgram | undefined;
  /** The hash, matched as a path, as client-side routers use it. */
  hash: PatternProgram | undefined;
}

const BASE_URL = 'https://app.invalid';

/**
 * Parses a place such as `/orders/*#/Orders/:id`. Omitted parts match anything; a trailing slash is ignored, and so is a query in the
 * hash. `URLPattern` reads the place and does not match it: its regular expressions may take exponential time. Throws a TypeError if
 * `URLPattern` rejects the place, or if it cannot be matched in linear time.
 */
export function parseUrlScope(pattern: string): UrlScope {
  const at = pattern.indexOf('#');
  const pagePart = at < 0 ? pattern : pattern.slice(0, at);
  const hashPart = at < 0 ? '' : pattern.slice(at + 1);
  return {
    ...parsePage(pagePart),
    hash: hashPart ? compilePath(new URLPattern({ pathname: withOptionalSlash(asPath(hashPart)) })) : undefined,
  };
}

/** Can it be read as a place? */
export function isUrlScope(pattern: string): boolean {
  try {
    parseUrlScope(pattern);
    return true;
  } catch {
    return false;
  }
}

function parsePage(pagePart: string): Omit<UrlScope, 'hash'> {
  if (pagePart === '' || pagePart === '*') return { path: undefined, query: undefined };
  // With its origin before it, an escaped ":" of the path is not taken for the end of a scheme.
  const parsed = new URLPattern(`${BASE_URL}${pagePart.startsWith('?') ? `/*\\${pagePart}` : asPath(pagePart)}`);
  const page = new URLPattern({ pathname: withOptionalSlash(parsed.pathname), search: parsed.search || '*' });
  return { path: compilePath(page), query: compile(page.search, '') };
}

const compilePath = ({ pathname }: URLPattern): PatternProgram | undefined => compile(pathname, '/');

function compile(component: string, separator: string): PatternProgram | undefined {
  if (component === '*') return undefined;
  const compiled = compileNode(parseComponent(component, separator));
  if (!compiled.ok) throw new TypeError(compiled.why);
  return compiled.program;
}

const asPath = (hash: string): string => (hash.startsWith('/') ? hash : `/${hash}`);

/** Matches with or without a trailing slash. */
function withOptionalSlash(pathname: string): string {
  const trimmed = pathname.length > 1 ? pathname.replace(/(?<!\\)\/$/, '') : pathname;
  return trimmed.length > 1 && !/[*}]$/.test(trimmed) ? `${trimmed}{/}?` : trimmed;
}

/** Parsed once: the same few places are matched at every change of address. */
const parsedScopes = new Map<string, UrlScope>();

/** Verdicts for the address that was asked about last, and what they took: many guides name the same places. */
const lastAddress = { url: '', verdicts: new Map<string, boolean>(), steps: 0 };

/**
 * Steps of matching that all places may take together for one address, about 60 ms. Thousands of ordinary places take a tenth of it; places
 * that are made to take long match nothing after that.
 */
const MAX_STEPS_PER_ADDRESS = 20_000_000;

/** Does the address match the place? */
export function matchesUrlScope(url: string, pattern: string): boolean {
  if (lastAddress.url !== url) {
    lastAddress.url = url;
    lastAddress.verdicts.clear();
    lastAddress.steps = 0;
  }
  const known = lastAddress.verdicts.get(pattern);
  if (known !== undefined) return known;
  const verdict = judgeScope(url, pattern);
  lastAddress.verdicts.set(pattern, verdict);
  return verdict;
}

function judgeScope(url: string, pattern: string): boolean {
  const { pathname, search, hash } = new URL(url);
  const scope = parsedScopes.get(pattern) ?? parseUrlScope(pattern);
  parsedScopes.set(pattern, scope);
  return (
    matches(scope.path, pathname) &&
    matches(scope.query, search.slice(1)) &&
    (!scope.hash || matches(scope.hash, canonicalPath(asPath(hash.slice(1).replace(/\?.*$/s, '')))))
  );
}

/** A hash is encoded less than a path; a place is written for paths. */
function canonicalPath(path: string): string {
  const url = new URL(BASE_URL);
  url.pathname = path;
  return url.pathname;
}

function matches(program: PatternProgram | undefined, text: string): boolean {
  if (!program) return true;
  if (lastAddress.steps >= MAX_STEPS_PER_ADDRESS) return false;
  const run = runPattern(program, text);
  lastAddress.steps += run.steps;
  return run.matches;
}
