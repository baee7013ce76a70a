import { and, desc, eq } from 'drizzle-orm';
import type { InboxPage } from '../../model/hub-api/inbox.ts';
import { MAX_COUNTED_INBOX_ITEMS } from '../../model/hub-api/inbox-limits.ts';
import { inboxItems } from '../store/inbox-schema.ts';
import { backlogItems } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import type { InboxSelection } from './list-inbox.ts';
import { feedbackConditions, isoDayOf } from './read-feedback.ts';
import { stateOn } from './stored-status.ts';

type Counts = NonNullable<InboxPage['counts']>;

/** What the filters of the inbox look at. */
interface Facets {
  kind: string;
  state: string;
  app: string;
  choice: string | null;
  assignee: string;
}

/** The filters that are set, as values of the facets. A search is not among them: texts are not read to be counted. */
type Filters = { [Name in keyof Facets]?: readonly string[] | undefined };

/**
 * How many items have each value of each filter, under all other filters: of the newest items, up to a limit. It counts items, each of
 * which the list shows, and not people.
 */
export async function readCounts(store: Store, selection: InboxSelection, now: Date): Promise<Counts> {
  const filters = filtersOf(selection);
  const all = await readFacets(store, undefined, now);
  if (selection.app === undefined) return { ...countFacets(all.items, filters), isComplete: all.isComplete };
  // The newest items of all apps may be of others: those of this app are counted by themselves.
  const own = await readFacets(store, selection.app, now);
  const { app } = countFacets(all.items, filters);
  return { ...countFacets(own.items, filters), app, isComplete: own.isComplete };
}

async function readFacets(store: Store, only: string | undefined, now: Date): Promise<{ items: Facets[]; isComplete: boolean }> {
  const { deskId, app, choice, day } = backlogItems;
  const rows = await store
    .select({ app, choice, state: stateOn(isoDayOf(now)), assignee: inboxItems.assignee })
    .from(backlogItems)
    .leftJoin(inboxItems, eq(inboxItems.item, deskId))
    .where(and(...feedbackConditions({ app: only }, now)))
    .orderBy(desc(day), desc(deskId))
    .limit(MAX_COUNTED_INBOX_ITEMS + 1);
  const counted = rows.slice(0, MAX_COUNTED_INBOX_ITEMS);
  const items = counted.map((row): Facets => ({ ...row, kind: 'feedback', assignee: row.assignee ?? 'none' }));
  return { items, isComplete: rows.length === counted.length };
}

const filtersOf = ({ kind, states, app, choice, assignee }: InboxSelection): Filters => ({
  kind: kind && [kind],
  state: states,
  app: app === undefined ? undefined : [app],
  choice: choice && [choice],
  assignee: assignee === undefined ? undefined : [assignee ?? 'none'],
});

/** The number of items by value, for each facet under the filters of the others. */
export function countFacets(items: readonly Facets[], filters: Filters): Omit<Counts, 'isComplete'> {
  const fits = (item: Facets, except?: keyof Facets) =>
    (Object.keys(filters) as (keyof Facets)[]).every(
      (name) => name === except || !filters[name] || filters[name].includes(item[name] ?? ''),
    );
  const by = (name: keyof Facets) => {
    const groups = Map.groupBy(
      items.filter((item) => item[name] !== null && fits(item, name)),
      (item) => String(item[name]),
    );
    return Object.fromEntries([...groups].map(([value, own]) => [value, own.length]));
  };
  const total = items.filter((item) => fits(item)).length;
  return { total, kind: by('kind'), state: by('state'), app: by('app'), choice: by('choice'), assignee: by('assignee') };
}
