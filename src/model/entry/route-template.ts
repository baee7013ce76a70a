import { matchesUrlScope } from '../pack/url-scope.ts';
import { addressTemplate } from './address-template.ts';

/** The route template of an address: the first of the app's own templates that it matches, or else one made from the address. */
export function routeTemplate(url: string, scopes: readonly string[]): string {
  return scopes.find((scope) => matchesUrlScope(url, scope)) ?? addressTemplate(new URL(url));
}
