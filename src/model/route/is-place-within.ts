import { samplePages } from './sample-pages.ts';
import { matchesUrlScope } from './url-scope.ts';

/** Does every page of one place match the other, as far as can be told? A segment may be anything that its pattern allows, and more. */
export function isPlaceWithin(place: string, other: string): boolean {
  if (place === other) return true;
  const pages = samplePages(place.replace(/(:\w+)\([^()]*\)(?![*+?])/g, '$1'));
  return pages.length > 0 && pages.every((page) => matchesUrlScope(page, other));
}
