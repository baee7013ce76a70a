import type { Fault } from '../model/fault/fault.ts';
import type { Pack } from '../model/pack/pack.ts';
import { type PlacedPattern, placesOf } from '../model/pack/places-of.ts';
import { matchesUrlScope } from '../model/route/url-scope.ts';

/** Finds URL scopes that match no page, or none that an earlier scope does not match. */
export function lintPlaces(pack: Pack): Fault[] {
  return [...placesOf(pack).flatMap(misreadPlaces), ...shadowedPlaces(pack.places)];
}

/** `:id?`, `*?`, `)?` and `}?` mean "once or not at all" to URLPattern; a query after them needs a backslash. */
function misreadPlaces({ path, place }: PlacedPattern): Fault[] {
  const [pathPart] = place.split('#');
  const corrected = pathPart?.replace(/((?::\w+|[*)}]))\?(?=[^/?#]*=)/, '$1\\?');
  if (pathPart === undefined || corrected === undefined || corrected === pathPart) return [];
  const suggestion = JSON.stringify(place.replace(pathPart, corrected));
  return [
    { path, reason: 'has a "?" that makes what stands before it optional, and begins no query', remedy: `Write ${suggestion}.` },
  ];
}

function shadowedPlaces(places: readonly string[]): Fault[] {
  return places.flatMap((place, at): Fault[] => {
    const pages = samplePages(place);
    const before = places
      .slice(0, at)
      .find((one) => one === place || (pages.length > 0 && pages.every((page) => matchesUrlScope(page, one))));
    if (before === undefined) return [];
    const path = `places[${at}]`;
    if (before === place) return [{ path, reason: 'is there twice', remedy: 'Remove one.', warning: true }];
    const reason = `is never reached: "${before}" before it takes all of its pages`;
    return [{ path, reason, remedy: 'Put the more particular one first.', warning: true }];
  });
}

/** Addresses that represent all pages of a scope: a star may match nothing, one segment, or more. None for more complex patterns. */
function samplePages(place: string): string[] {
  if (!/^\/[\w\-./:*#=&%~]*$/.test(place)) return [];
  return ['', 'any', 'any/thing'].map((star) => `https://app.invalid${place.replace(/:\w+/g, 'some').replaceAll('*', star)}`);
}
