import { liesIn } from './place-pattern.ts';

const plain = /^[A-Za-z][A-Za-z_-]{0,39}(\.(html?|jsp|aspx?|php|do))?$/;

function segment(raw: string): string {
  const keyed = /^([A-Za-z][A-Za-z_]*)\(.*\)$/.exec(raw);
  if (keyed) return `${keyed[1]}(:id)`;
  return raw === '' || plain.test(raw) ? raw : ':id';
}

const segments = (path: string): string => path.split('/').map(segment).join('/');

/**
 * The route template of an address: the first of the app's own templates that it lies in, or else one made from the address with
 * every segment that may be data replaced by `:id`. Queries are never kept; a hash is kept only where it is a route.
 */
export function routeTemplate(url: string, places: readonly string[]): string {
  const given = places.find((place) => liesIn(url, place));
  if (given) return given;
  const { pathname, hash } = new URL(url);
  const route = /^#!?(\/[^?&]*)/.exec(hash)?.[1];
  return segments(pathname) + (route ? `#${segments(route)}` : '');
}
