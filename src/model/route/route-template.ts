import { addressTemplate } from './address-template.ts';
import { matchesUrlScope } from './url-scope.ts';

/** The route template of an address: the first of the app's own templates that it matches, or else one made from the address. */
export function routeTemplate(url: string, scopes: readonly string[]): string {
  return scopes.find((scope) => matchesUrlScope(url, scope)) ?? addressTemplate(new URL(url));
}
