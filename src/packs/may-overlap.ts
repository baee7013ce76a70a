import { matchesUrlScope } from '../model/route/url-scope.ts';

/** May an address match both places? It answers true where it cannot tell: for groups, braces and modifiers. */
export function mayOverlap(one: string, other: string): boolean {
  const [here, there] = [partsOf(one), partsOf(other)];
  if (!here || !there) return true;
  return fits(here.path, there.path) && (here.hash === undefined || there.hash === undefined || fits(here.hash, there.hash));
}

interface PlaceParts {
  path: string[];
  hash: string[] | undefined;
}

/** The segments of path and hash of a plain place; undefined where it is not plain. A query is not looked at. */
function partsOf(place: string): PlaceParts | undefined {
  const [page = '', ...rest] = place.split('#');
  const path = page === '' || page.startsWith('?') ? '/*' : page === '*' ? '/*' : page.replace(/\\?\?.*$/s, '');
  const hash = rest.join('#');
  if (!isPlain(path) || !isPlain(hash) || /[*}):\w]\?/.test(page)) return undefined;
  return { path: segmentsOf(path), hash: hash === '' ? undefined : segmentsOf(hash.startsWith('/') ? hash : `/${hash}`) };
}

const isPlain = (part: string): boolean => !/[(){}]|[:*][^/]*[*+?]|[^/]\*|\*[^/]/.test(part.replace(/\\./g, '_'));

/** A slash that is escaped separates segments like any other. */
const segmentsOf = (path: string): string[] => path.replaceAll('\\/', '/').replace(/\/$/, '').split('/').slice(1);

/** Segment by segment; a star takes whatever follows, and only it takes more than one. */
function fits(one: readonly string[], other: readonly string[]): boolean {
  if (one[0] === '*' || other[0] === '*') {
    const [star, rest] = one[0] === '*' ? [one, other] : [other, one];
    return star.length === 1 || rest.some((_, at) => fits(star.slice(1), rest.slice(at)));
  }
  if (one.length === 0 || other.length === 0) return one.length === other.length;
  return segmentsFit(one[0]!, other[0]!) && fits(one.slice(1), other.slice(1));
}

function segmentsFit(one: string, other: string): boolean {
  if (one.includes(':') || other.includes(':')) return true;
  return one === other || matchesUrlScope(`https://app.invalid/${one.replace(/\\/g, '')}`, `/${other}`);
}
