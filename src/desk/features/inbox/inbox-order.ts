import type { InboxItem } from '../../../model/hub-api/inbox.ts';

export const GROUPINGS = ['none', 'control', 'app', 'choice', 'day', 'assignee'] as const;
export type Grouping = (typeof GROUPINGS)[number];
export const isGrouping = (value: string | null | undefined): value is Grouping => GROUPINGS.some((known) => known === value);

/** The rows in their order, and the key of the group that begins at a row. */
export interface InboxOrder {
  ids: string[];
  /** By the first row of the group. */
  groups: ReadonlyMap<string, { key: string; count: number }>;
}

const KEY_OF: Record<Grouping, (item: InboxItem) => string> = {
  none: () => '',
  control: ({ app, control }) => (control?.name === undefined ? '' : `${app}\n${control.role}\n${control.name}`),
  app: ({ app }) => app,
  choice: ({ choice, kind }) => choice ?? kind,
  day: ({ at }) => at,
  assignee: ({ assigneeName }) => assigneeName ?? '',
};

/** The highest score first; of equal ones the later day, and then by the random ids. */
const byPriority = (one: InboxItem, other: InboxItem): number =>
  other.priority.score - one.priority.score || (one.at < other.at ? 1 : one.at > other.at ? -1 : one.id < other.id ? -1 : 1);

/** Items by priority, in groups whose first item has the highest: days are in their own order. */
export function orderItems(items: readonly InboxItem[], grouping: Grouping): InboxOrder {
  const sorted = items.toSorted(byPriority);
  if (grouping === 'none') return { ids: sorted.map(({ id }) => id), groups: new Map() };
  const grouped = [...Map.groupBy(sorted, KEY_OF[grouping])];
  if (grouping === 'day') grouped.sort(([one], [other]) => (one < other ? 1 : -1));
  return {
    ids: grouped.flatMap(([, members]) => members.map(({ id }) => id)),
    groups: new Map(grouped.map(([key, members]) => [members[0]!.id, { key, count: members.length }])),
  };
}
