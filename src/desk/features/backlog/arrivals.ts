import type { BacklogItem, BacklogPage } from '../../../model/hub-api/backlog-item.ts';

/** Items that the hub has and the list does not show yet. */
export interface Arrivals {
  fresh: BacklogItem[];
  /** Items in the list that got a comment or another state. */
  changed: BacklogItem[];
  /** More arrived than one response holds, so the list has to be loaded again. */
  hasGap: boolean;
}

export const NO_ARRIVALS: Arrivals = { fresh: [], changed: [], hasGap: false };

/** Newest day first; within a day by their random ids, because the order of arrival could reveal who sent what. As the hub orders them. */
function byDay(one: BacklogItem, other: BacklogItem): number {
  const [a, b] = [`${one.at} ${one.id}`, `${other.at} ${other.id}`];
  return a < b ? 1 : -Number(a !== b);
}

export interface ShownItems {
  /** Newest day first. */
  items: readonly BacklogItem[];
  /** There are older items that are not loaded. Those are not arrivals: they come with their page. */
  hasOlder: boolean;
}

/** Compares the result of a poll with the items that are shown. */
export function findArrivals(found: Pick<BacklogPage, 'items' | 'next'>, { items, hasOlder }: ShownItems): Arrivals {
  const known = new Map(items.map((item) => [item.id, JSON.stringify(item)]));
  const oldest = hasOlder ? items.at(-1) : undefined;
  const fresh = found.items.filter((item) => !known.has(item.id) && (!oldest || byDay(item, oldest) < 0));
  const changed = found.items.filter((item) => known.has(item.id) && known.get(item.id) !== JSON.stringify(item));
  return { fresh, changed, hasGap: found.next !== null };
}

/** Both lists in one, newest day first, with the newer copy of an item that is in both. */
export function mergeItems(shown: readonly BacklogItem[], more: readonly BacklogItem[]): BacklogItem[] {
  const byId = new Map([...shown, ...more].map((item) => [item.id, item]));
  return [...byId.values()].sort(byDay);
}

/** `3 new`, `1 updated`, `3 new, 1 updated`; empty when there is nothing. */
export function arrivalsText({ fresh, changed, hasGap }: Arrivals): string {
  if (hasGap) return `more than ${fresh.length} new`;
  return [fresh.length && `${fresh.length} new`, changed.length && `${changed.length} updated`].filter(Boolean).join(', ');
}
