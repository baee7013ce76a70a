import type { Condition } from '../model/condition.ts';
import type { Fault } from '../model/fault.ts';
import type { Pack } from '../model/pack.ts';
import { liesIn } from '../model/place-pattern.ts';

/** Places that no page lies in, or that an earlier one always hides. */
export function lintPlaces(pack: Pack): Fault[] {
  return [...placesOf(pack).flatMap(misread), ...hidden(pack.places)];
}

interface Placed {
  path: string;
  place: string;
}

function placesOf({ places, guides, ignore = [] }: Pack): Placed[] {
  const ofIgnored = ignore.flatMap(({ where = [] }, at) =>
    where.map((place, nth) => ({ path: `ignore[${at}].where[${nth}]`, place })),
  );
  const ofGuides = guides.flatMap((guide, at): Placed[] => {
    const where = (guide.where ?? []).map((place, nth) => ({ path: `guides[${at}].where[${nth}]`, place }));
    const steps = guide.kind === 'walkthrough' ? guide.steps : [];
    return [
      ...where,
      ...steps.flatMap(({ at: place, advance, checks = [], next = [] }, nth): Placed[] => {
        const path = `guides[${at}].steps[${nth}]`;
        return [
          ...(place === undefined ? [] : [{ path: `${path}.at`, place }]),
          ...(advance.on === 'place' ? [{ path: `${path}.advance.to`, place: advance.to }] : []),
          ...checks.flatMap(({ need }, one) => named(need, `${path}.checks[${one}].need`)),
          ...next.flatMap(({ if: when }, one) => named(when, `${path}.next[${one}].if`)),
        ];
      }),
    ];
  });
  return [...places.map((place, nth) => ({ path: `places[${nth}]`, place })), ...ofGuides, ...ofIgnored];
}

const named = (condition: Condition | undefined, path: string): Placed[] =>
  condition?.is === 'place' ? [{ path: `${path}.place`, place: condition.place }] : [];

/** `:id?`, `*?`, `)?` and `}?` mean "once or not at all" to URLPattern; a query after them needs a backslash. */
function misread({ path, place }: Placed): Fault[] {
  const [whole] = place.split('#');
  const meant = whole?.replace(/((?::\w+|[*)}]))\?(?=[^/?#]*=)/, '$1\\?');
  if (whole === undefined || meant === undefined || meant === whole) return [];
  const written = JSON.stringify(place.replace(whole, meant));
  return [
    { path, reason: 'has a "?" that makes what stands before it optional, and begins no query', remedy: `Write ${written}.` },
  ];
}

function hidden(places: readonly string[]): Fault[] {
  return places.flatMap((place, at): Fault[] => {
    const pages = pagesIn(place);
    const before = places
      .slice(0, at)
      .find((one) => one === place || (pages.length > 0 && pages.every((page) => liesIn(page, one))));
    if (before === undefined) return [];
    const path = `places[${at}]`;
    if (before === place) return [{ path, reason: 'is there twice', remedy: 'Remove one.', warning: true }];
    const reason = `is never reached: "${before}" before it takes all of its pages`;
    return [{ path, reason, remedy: 'Put the more particular one first.', warning: true }];
  });
}

/** Addresses that stand for all in a place: a star may take nothing, a name, or more. None where the pattern is more than that. */
function pagesIn(place: string): string[] {
  if (!/^\/[\w\-./:*#=&%~]*$/.test(place)) return [];
  return ['', 'any', 'any/thing'].map((star) => `https://app.invalid${place.replace(/:\w+/g, 'some').replaceAll('*', star)}`);
}
