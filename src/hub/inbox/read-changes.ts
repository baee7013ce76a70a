import { and, asc, eq, gt, lte } from 'drizzle-orm';
import type { InboxChanges } from '../../model/hub-api/inbox-changes.ts';
import { entries } from '../store/entries-schema.ts';
import { inboxItems } from '../store/inbox-schema.ts';
import { backlogItems } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { describeStatus } from './describe-item.ts';
import { readAccountNames } from './desk-people.ts';
import { isoDayOf } from './read-feedback.ts';
import { statusColumns, statusOf } from './stored-status.ts';

/** Most changes in one answer; whoever gets as many asks again. */
const MAX_CHANGES = 500;

interface ChangesSince {
  /** The number of the last change that is known. */
  since: number;
  /** What was released up to this moment is known. */
  after: Date | undefined;
  released: Date;
  now: Date;
}

/** What was done since a change, by index: its cost follows what is new. */
export async function readInboxChanges(store: Store, { since, after, released, now }: ChangesSince): Promise<InboxChanges> {
  const rows = await store
    .select({ item: inboxItems.item, sequence: inboxItems.sequence, ...statusColumns })
    .from(inboxItems)
    .where(gt(inboxItems.sequence, since))
    .orderBy(asc(inboxItems.sequence))
    .limit(MAX_CHANGES);
  const names = await readAccountNames(
    store,
    rows.flatMap(({ assignee, changedBy }) => [assignee, changedBy]),
  );
  const changed = rows.filter(({ state }) => state !== 'gone');
  return {
    changed: changed.map((row) => describeStatus({ ...row, id: row.item, status: statusOf(row, isoDayOf(now)) }, names)),
    gone: rows.filter(({ state }) => state === 'gone').map(({ item }) => item),
    hasNew: after !== undefined && (await isAnythingReleased(store, after, now)),
    since: rows.at(-1)?.sequence ?? since,
    released: released.toISOString(),
  };
}

async function isAnythingReleased(store: Store, after: Date, now: Date): Promise<boolean> {
  const { releasedAt } = backlogItems;
  const items = await store
    .select({ releasedAt })
    .from(backlogItems)
    .where(and(gt(releasedAt, after), lte(releasedAt, now)))
    .limit(1);
  if (items.length > 0) return true;
  const comments = await store
    .select({ releasedAt: entries.releasedAt })
    .from(entries)
    .where(and(eq(entries.kind, 'words'), gt(entries.releasedAt, after), lte(entries.releasedAt, now)))
    .limit(1);
  return comments.length > 0;
}
