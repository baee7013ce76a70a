import type { BacklogItem, BacklogPage } from '../../../model/hub-api/backlog-item.ts';

/** What the hub holds that the list does not show yet. */
export interface Arrivals {
  fresh: BacklogItem[];
  /** Shown already, but words followed, or its state moved on. */
  changed: BacklogItem[];
  /** More came than one answer holds: only a new start shows all of it. */
  hasGap: boolean;
}

export const NO_ARRIVALS: Arrivals = { fresh: [], changed: [], hasGap: false };

/**
 * How many of the newest items are asked for again at each look. Words that follow may have come just before the list was loaded
 * and be read just after; and where several hubs share a store, a lower number can become visible after a higher one.
 */
const POLL_OVERLAP_ITEMS = 20;

/** The `after` of the next look, for a list that is newest first. */
export function pollCursor(shown: readonly BacklogItem[]): number {
  return Math.max(0, (shown[POLL_OVERLAP_ITEMS - 1]?.seq ?? 1) - 1);
}

export interface ShownItems {
  /** Newest first. */
  items: readonly BacklogItem[];
  /** Is there more, older than these? Then what is older is not news: it comes with its page. */
  hasOlder: boolean;
}

/** What a look found, held against what is shown. */
export function findArrivals(found: Pick<BacklogPage, 'items' | 'next'>, { items, hasOlder }: ShownItems): Arrivals {
  const known = new Map(items.map((item) => [item.id, JSON.stringify(item)]));
  const oldest = hasOlder ? (items.at(-1)?.seq ?? 0) : 0;
  const fresh = found.items.filter(({ id, seq }) => !known.has(id) && seq > oldest);
  const changed = found.items.filter((item) => known.has(item.id) && known.get(item.id) !== JSON.stringify(item));
  return { fresh, changed, hasGap: found.next !== null };
}

/** Newest first, each once, what changed in its place. */
export function mergeItems(shown: readonly BacklogItem[], more: readonly BacklogItem[]): BacklogItem[] {
  const byId = new Map([...shown, ...more].map((item) => [item.id, item]));
  return [...byId.values()].sort((one, other) => other.seq - one.seq);
}

/** `3 new`, `1 updated`, `3 new, 1 updated`; empty when there is nothing. */
export function arrivalsText({ fresh, changed, hasGap }: Arrivals): string {
  if (hasGap) return `more than ${fresh.length} new`;
  return [fresh.length && `${fresh.length} new`, changed.length && `${changed.length} updated`].filter(Boolean).join(', ');
}
