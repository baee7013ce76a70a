import type { Fault } from '../model/fault/fault.ts';
import type { Pack } from '../model/pack/pack.ts';
import { type PlacedPattern, placesOf } from '../model/pack/places-of.ts';
import { samplePages } from '../model/route/sample-pages.ts';
import { matchesUrlScope } from '../model/route/url-scope.ts';
import { lintScopeSyntax } from './lint-scope-syntax.ts';
import { mayOverlap } from './may-overlap.ts';

/**
 * Finds URL scopes that match no page, none of the app's places, or none that an earlier scope does not match.
 *
 * @param isReplaced does the place at this path stand for a faulty one?
 */
export function lintPlaces(pack: Pack, isReplaced: (path: string) => boolean = () => false): Fault[] {
  const judged = placesOf(pack).map((placed) => ({ placed, faults: lintScopeSyntax(placed) }));
  const legible = judged.filter(({ faults }) => faults.every(({ warning }) => warning)).map(({ placed }) => placed);
  const isKnown = !isReplaced('places') && !pack.places.some((_, at) => isReplaced(`places[${at}]`));
  const ofApp = legible.filter(({ path }) => OF_APP.test(path)).map(({ place }) => place);
  return [
    ...judged.flatMap(({ faults }) => faults),
    ...legible.flatMap(unreachable),
    ...(isKnown ? legible.flatMap((placed) => outsidePlaces(placed, ofApp)) : []),
    ...shadowedPlaces(pack.places),
  ];
}

/** The path of one of the `places` of the pack itself. */
const OF_APP = /^places\[/;

/** A place that no address matches, not even those made from it. */
function unreachable({ path, place }: PlacedPattern): Fault[] {
  const pages = samplePages(place);
  if (pages.length === 0 || pages.some((page) => matchesUrlScope(page, place))) return [];
  const reason = `is "${place}", which matches no address`;
  return [
    { path, reason, remedy: 'Copy the address from the browser, and write the parts that vary as ":name".', warning: true },
  ];
}

function outsidePlaces({ path, place }: PlacedPattern, places: readonly string[]): Fault[] {
  if (places.length === 0 || OF_APP.test(path) || places.some((one) => mayOverlap(one, place))) return [];
  const reason = `is "${place}", which fits none of the "places" of the pack`;
  return [
    { path, reason, remedy: 'Correct it, or add this place to "places", so that records of these pages name it.', warning: true },
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
