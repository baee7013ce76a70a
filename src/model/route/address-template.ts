/** A segment that can only be a name given by the app's authors. */
const AUTHORED_SEGMENT = /^[A-Za-z][A-Za-z_-]{0,39}(\.(html?|jsp|aspx?|php|do))?$/;

/** OData addresses a record as `Orders('10001')`. */
const KEYED_SEGMENT = /^([A-Za-z][A-Za-z_]*)\(.*\)$/;

/** Collections of people and records: the segment after one says which record, even where it looks like a word. */
const RECORD_COLLECTION =
  /^(people|persons?|personen|staff|teams?|users?|members?|employees?|customers?|clients?|contacts?|companies|company|accounts?|profiles?|patients?|students?|owners?|authors?|partners?|suppliers?|vendors?|kunden?|benutzer|mitarbeiter|kontakte?|utilisateurs?|usuarios?|orders?|tickets?|projects?|cases?|documents?|files?|folders?|groups?|wiki|tags?|search)$/i;

/** What an app does with the records of a collection: a segment that follows the collection and is no record. */
const ACTION =
  /^(new|add|create|edit|update|delete|remove|list|all|index|search|find|view|show|details?|overview|home|settings?|password|security|billing|preferences|notifications|import|export|history|archive|mine|me|open|closed|recent|results?|items|lines|roles|groups|permissions|print|copy|neu|liste|suche|übersicht)([.-][a-z]+)?$/i;

/**
 * The address as a route template: every segment that may be data becomes `:id`. The query is never kept; the hash is kept only where
 * it is a route. Entries and anchors both get their routes from here; of an entry's, `disclosure` sends no more than it knows to be common.
 */
export const addressTemplate = (address: { pathname: string; hash: string }): string =>
  routePaths(address).map(pathTemplate).join('#');

/** The path of an address, and its hash where that is a route. */
export function routePaths({ pathname, hash }: { pathname: string; hash: string }): string[] {
  const route = /^#!?(\/[^?&]*)/.exec(hash)?.[1];
  return route ? [pathname, route] : [pathname];
}

const pathTemplate = (path: string): string =>
  path
    .split('/')
    .map((segment, index, segments) => segmentTemplate(segment, segments[index - 1] ?? ''))
    .join('/');

/** Does the app do this with the records of a collection, so that it is no record itself? */
export const isActionSegment = (segment: string): boolean => ACTION.test(segment);

function segmentTemplate(segment: string, previous: string): string {
  const keyed = KEYED_SEGMENT.exec(segment);
  if (keyed) return `${keyed[1]}(:id)`;
  if (segment === '') return '';
  const isRecord = RECORD_COLLECTION.test(previous) && !isActionSegment(segment);
  return isRecord || !AUTHORED_SEGMENT.test(segment) ? ':id' : segment;
}
