import type { InboxDetail } from '../../model/hub-api/inbox.ts';
import type { Store } from '../store/store.ts';
import { describeContent, describeRow } from './describe-item.ts';
import { readAccountNames } from './desk-people.ts';
import { groupRows } from './group-rows.ts';
import type { InboxEntry } from './inbox-entry.ts';
import { isoDayOf, type ReadContext, readFeedback } from './read-feedback.ts';
import { readMerged } from './read-merged.ts';

/** Items beside which an item is grouped when it is read alone. */
const WINDOW = 300;

/** An item with its group; undefined if the inbox does not have it. */
export async function readInboxItem(store: Store, id: string, context: ReadContext): Promise<InboxDetail | undefined> {
  const [item] = await readFeedback(store, { ids: [id] }, { ...context, limit: 1 });
  if (!item) return undefined;
  const row = groupRows(await readNeighbours(store, item, context)).find(({ head, others }) =>
    [head, ...others].some((one) => one.id === id),
  );
  const others = row ? [row.head, ...row.others].filter((one) => one.id !== id) : [];
  const merged = await readMerged(store, [id, ...others.map((one) => one.id)]);
  const mergedIds = merged.map((one) => one.id);
  const contents =
    mergedIds.length > 0 ? await readFeedback(store, { ids: mergedIds }, { ...context, limit: mergedIds.length }) : [];
  const shown = [item, ...others, ...contents];
  const names = await readAccountNames(
    store,
    shown.flatMap(({ status, changedBy }) => [status.assignee, changedBy]),
  );
  return {
    item: describeRow({ head: item, others }, merged, { names, today: isoDayOf(context.now) }),
    members: [
      ...others.map((one) => ({ ...describeContent(one, names), by: 'machine' as const })),
      ...contents.map((one) => ({ ...describeContent(one, names), by: 'person' as const })),
    ],
  };
}

/** The item, and the newest of its app about which the same was decided. */
async function readNeighbours(store: Store, item: InboxEntry, context: ReadContext): Promise<InboxEntry[]> {
  const { app, status } = item;
  const selection = { app, states: [status.state], assignee: status.assignee };
  const found = await readFeedback(store, selection, { ...context, limit: WINDOW });
  return [item, ...found.filter((one) => one.id !== item.id)];
}
