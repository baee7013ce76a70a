import { matchesUrlScope } from '../pack/url-scope.ts';

const PLAIN_SEGMENT = /^[A-Za-z][A-Za-z_-]{0,39}(\.(html?|jsp|aspx?|php|do))?$/;

function templateSegment(raw: string): string {
  const odataKey = /^([A-Za-z][A-Za-z_]*)\(.*\)$/.exec(raw);
  if (odataKey) return `${odataKey[1]}(:id)`;
  return raw === '' || PLAIN_SEGMENT.test(raw) ? raw : ':id';
}

/** Words that stand for people and records: what comes after them says which one, even where it looks like a word. */
const RECORD_COLLECTIONS =
  /^(people|persons?|personen|staff|teams?|users?|members?|employees?|customers?|clients?|contacts?|companies|company|accounts?|profiles?|patients?|students?|owners?|authors?|partners?|suppliers?|vendors?|kunden?|benutzer|mitarbeiter|kontakte?|utilisateurs?|usuarios?|orders?|tickets?|projects?|cases?|documents?|files?|folders?|groups?|wiki|tags?|search)$/i;
/** … but for what an app does with them. */
const ACTION_SEGMENTS =
  /^(new|add|create|edit|update|delete|remove|list|all|index|search|find|view|show|details?|overview|home|settings?|import|export|history|archive|mine|me|open|closed|recent|items|lines|roles|groups|permissions|print|copy|neu|liste|suche|übersicht)([.-][a-z]+)?$/i;

function templatePath(path: string): string {
  const parts = path.split('/');
  return parts
    .map((part, at) =>
      RECORD_COLLECTIONS.test(parts[at - 1] ?? '') && part && !ACTION_SEGMENTS.test(part)
        ? templateKey(part)
        : templateSegment(part),
    )
    .join('/');
}

const templateKey = (part: string): string => (/^[A-Za-z][A-Za-z_]*\(.*\)$/.test(part) ? templateSegment(part) : ':id');

/**
 * The route template of an address: the first of the app's own templates that it lies in, or else one made from the address with
 * every segment that may be data replaced by `:id`. Queries are never kept; a hash is kept only where it is a route.
 */
export function routeTemplate(url: string, scopes: readonly string[]): string {
  const known = scopes.find((scope) => matchesUrlScope(url, scope));
  if (known) return known;
  const { pathname, hash } = new URL(url);
  const route = /^#!?(\/[^?&]*)/.exec(hash)?.[1];
  return templatePath(pathname) + (route ? `#${templatePath(route)}` : '');
}
