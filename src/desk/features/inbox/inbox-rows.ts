import type { InboxItem } from '../../../model/hub-api/inbox.ts';
import type { InboxItemStatus, InboxStatus } from '../../../model/hub-api/inbox-status.ts';

/** The rows of the inbox by the id of their item. */
export type InboxRows = ReadonlyMap<string, InboxItem>;

export const rowsOf = (items: readonly InboxItem[]): InboxRows => new Map(items.map((item) => [item.id, item]));

/** Rows with later statuses of their items, and later revisions of what is grouped with them. */
export function withStatuses(rows: InboxRows, statuses: readonly InboxItemStatus[]): InboxRows {
  const byId = new Map(statuses.map((status) => [status.id, status]));
  return new Map(
    [...rows].map(([id, row]) => {
      const status = byId.get(id);
      // A row that stays as it is stays the same object, for what is remembered of it.
      if (!status && !row.members.some((member) => byId.has(member.id))) return [id, row];
      const members = row.members.map((member) => ({ ...member, revision: byId.get(member.id)?.revision ?? member.revision }));
      return [id, { ...row, members, ...(status && status.revision >= row.revision && status) }];
    }),
  );
}

/** Rows as they are shown until the hub has answered, with the revisions that it knows. */
export function withExpected(
  rows: InboxRows,
  expected: ReadonlyMap<string, Pick<InboxItem, 'status' | 'assigneeName'>>,
): InboxRows {
  return new Map([...rows].map(([id, row]) => [id, expected.has(id) ? { ...row, ...expected.get(id) } : row]));
}

const isRegrouped = (row: InboxItem, { isApart, mergedInto }: InboxStatus): boolean =>
  row.status.isApart !== isApart || row.status.mergedInto !== mergedInto;

/** Do changes move items between rows, or concern some that no row shows as its own? Then only the hub knows the rows. */
export const changesRows = (rows: InboxRows, changed: readonly InboxItemStatus[]): boolean =>
  changed.some(({ id, status }) => {
    const row = rows.get(id);
    return !row || isRegrouped(row, status);
  });
