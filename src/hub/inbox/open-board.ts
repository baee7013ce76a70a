import { and, inArray, lte } from 'drizzle-orm';
import type { InboxStatus } from '../../model/hub-api/inbox-status.ts';
import { inboxItems } from '../store/inbox-schema.ts';
import { backlogItems } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { isoDayOf } from './read-feedback.ts';
import { type StoredStatus, statusColumns, statusOf } from './stored-status.ts';

/** An item while changes are made. */
export interface BoardItem {
  id: string;
  status: InboxStatus;
  revision: number;
  changedBy: string | null;
  changedAt: Date | null;
}

/** The items that a request is about, as they are and as its changes leave them. */
export interface Board {
  /** Undefined if the inbox does not have it. */
  find(id: string): Promise<BoardItem | undefined>;
  put(item: BoardItem): void;
  /** What was put, in the order of the first change of each. */
  changed(): BoardItem[];
}

/** Opens items within a transaction that holds the clock of the inbox. Items that are asked for later are read one by one. */
export async function openBoard(tx: Store, ids: readonly string[], now: Date): Promise<Board> {
  const items = await readItems(tx, ids, now);
  const known = new Set(ids);
  const changed = new Map<string, BoardItem>();
  return {
    async find(id) {
      if (!known.has(id)) for (const [key, item] of await readItems(tx, [id], now)) items.set(key, item);
      known.add(id);
      return items.get(id);
    },
    put(item) {
      items.set(item.id, item);
      changed.set(item.id, item);
    },
    changed: () => [...changed.values()],
  };
}

async function readItems(tx: Store, ids: readonly string[], now: Date): Promise<Map<string, BoardItem>> {
  const there = await tx
    .select({ id: backlogItems.deskId })
    .from(backlogItems)
    .where(and(inArray(backlogItems.deskId, [...ids]), lte(backlogItems.releasedAt, now)));
  const rows = await tx
    .select({ item: inboxItems.item, ...statusColumns })
    .from(inboxItems)
    .where(inArray(inboxItems.item, [...ids]));
  const stored = new Map<string, StoredStatus>(rows.map(({ item, ...row }) => [item, row]));
  return new Map(
    there.map(({ id }) => {
      const { revision = 0, changedBy = null, changedAt = null } = stored.get(id) ?? {};
      return [id, { id, status: statusOf(stored.get(id), isoDayOf(now)), revision, changedBy, changedAt }];
    }),
  );
}
