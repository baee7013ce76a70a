import type { InboxItem } from '../../../model/hub-api/inbox.ts';
import type { InboxStatus } from '../../../model/hub-api/inbox-status.ts';
import { readableRoute } from '../../../model/route/readable-route.ts';

/** What items are filtered by, besides the words of a search. */
export const FACETS = ['choice', 'kind', 'app', 'assignee'] as const;
export type Facet = (typeof FACETS)[number];

export interface InboxFilter {
  /** Values of which an item has one, by facet; a facet without values lets everything pass. */
  values: Readonly<Record<Facet, readonly string[]>>;
  query: string;
}

/** The assignee of an item of nobody. */
export const NOBODY = 'none';

const VALUE_OF: Record<Facet, (item: InboxItem) => string | undefined> = {
  choice: (item) => item.choice,
  kind: (item) => item.kind,
  app: (item) => item.app,
  assignee: (item) => item.status.assignee ?? NOBODY,
};

/** Without case and accents, so that `zuruck` finds `zurück`. */
const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** What a search looks through, made once for each item: ten thousand of them are searched with every key. */
const searchTexts = new WeakMap<InboxItem, string>();

function searchText(item: InboxItem): string {
  const known = searchTexts.get(item);
  if (known !== undefined) return known;
  const { words, contact, control, route, guideTitle, stepTitle, app, assigneeName } = item;
  const parts = [words, contact, control?.name, readableRoute(route), guideTitle, stepTitle, app, assigneeName];
  const text = folded(parts.filter(Boolean).join('\n'));
  searchTexts.set(item, text);
  return text;
}

const hasValue = (item: InboxItem, facet: Facet, wanted: readonly string[]): boolean =>
  wanted.length === 0 || wanted.includes(VALUE_OF[facet](item) ?? '');

/** The items that have one value of each facet and every word of the search. */
export function filterItems(items: readonly InboxItem[], { values, query }: InboxFilter): InboxItem[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  return items.filter(
    (item) =>
      FACETS.every((facet) => hasValue(item, facet, values[facet])) && words.every((word) => searchText(item).includes(word)),
  );
}

/** How many items have each value of a facet, under the search and the other facets. Most of them first; a chosen value always. */
export function countFacet(items: readonly InboxItem[], filter: InboxFilter, facet: Facet): [value: string, count: number][] {
  const others = { ...filter, values: { ...filter.values, [facet]: [] } };
  const counts = new Map(filter.values[facet].map((value) => [value, 0]));
  for (const item of filterItems(items, others)) {
    const value = VALUE_OF[facet](item);
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
}

/** The sets of states among which a facilitator chooses. */
export const STATE_SETS = {
  triage: ['new', 'open'],
  planned: ['planned'],
  snoozed: ['snoozed'],
  closed: ['closed'],
} as const satisfies Record<string, readonly InboxStatus['state'][]>;
export type StateSet = keyof typeof STATE_SETS;
export const isStateSet = (value: string | null | undefined): value is StateSet =>
  value != null && Object.hasOwn(STATE_SETS, value);
