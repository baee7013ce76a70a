import type { Route } from '../../shell/router.ts';
import { FACETS, type Facet, type InboxFilter, isStateSet, type StateSet } from './inbox-filter.ts';
import { type Grouping, isGrouping } from './inbox-order.ts';

const listed = (text: string | undefined): string[] => (text ? text.split(',') : []);

/** The filter that an address names, with the words of a search, which are in no address. */
export const filterOf = (route: Route, query: string): InboxFilter => ({
  values: Object.fromEntries(FACETS.map((facet) => [facet, listed(route[facet])])) as Record<Facet, string[]>,
  query,
});

export const stateSetOf = ({ show }: Route): StateSet => (isStateSet(show) ? show : 'triage');
export const groupingOf = ({ group }: Route): Grouping => (isGrouping(group) ? group : 'none');

/** The same address with a value of a facet chosen, or no longer. */
export function toggleValue(route: Route, facet: Facet, value: string): Route {
  const values = listed(route[facet]);
  const next = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
  return { ...route, [facet]: next.join(',') || undefined };
}

export const hasFilter = (route: Route): boolean => FACETS.some((facet) => route[facet] !== undefined);

/** The same address without filters. */
export const withoutFilters = ({ choice: _, kind: __, app: ___, assignee: ____, ...route }: Route): Route => route;
