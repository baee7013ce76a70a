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

/**
 * How many of the newest items each poll asks for again. A comment can arrive just before the list is loaded and be read just after;
 * and when several hubs share a store, a lower `seq` can become visible after a higher one.
 */
const POLL_OVERLAP_ITEMS = 20;

/** The `after` parameter of the next poll, for a list that is newest first. */
export function pollCursor(shown: readonly BacklogItem[]): number {
  return Math.max(0, (shown[POLL_OVERLAP_ITEMS - 1]?.seq ?? 1) - 1);
}

export interface ShownItems {
  /** Newest first. */
  items: readonly BacklogItem[];
  /** There are older items that are not loaded. Those are not arrivals: they come with their page. */
  hasOlder: boolean;
}

/** Compares the result of a poll with the items that are shown. */
export function findArrivals(found: Pick<BacklogPage, 'items' | 'next'>, { items, hasOlder }: ShownItems): Arrivals {
  const known = new Map(items.map((item) => [item.id, JSON.stringify(item)]));
  const oldest = hasOlder ? (items.at(-1)?.seq ?? 0) : 0;
  const fresh = found.items.filter(({ id, seq }) => !known.has(id) && seq > oldest);
  const changed = found.items.filter((item) => known.has(item.id) && known.get(item.id) !== JSON.stringify(item));
  return { fresh, changed, hasGap: found.next !== null };
}

/** Both lists in one, newest first, with the newer copy of an item that is in both. */
export function mergeItems(shown: readonly BacklogItem[], more: readonly BacklogItem[]): BacklogItem[] {
  const byId = new Map([...shown, ...more].map((item) => [item.id, item]));
  return [...byId.values()].sort((one, other) => other.seq - one.seq);
}

/** `3 new`, `1 updated`, `3 new, 1 updated`; empty when there is nothing. */
export function arrivalsText({ fresh, changed, hasGap }: Arrivals): string {
  if (hasGap) return `more than ${fresh.length} new`;
  return [fresh.length && `${fresh.length} new`, changed.length && `${changed.length} updated`].filter(Boolean).join(', ');
}
