import type { InboxItem } from '../../model/hub-api/inbox.ts';
import type { InboxItemStatus, InboxStatus } from '../../model/hub-api/inbox-status.ts';
import type { InboxEntry, Row } from './inbox-entry.ts';
import { rank } from './rank.ts';
import type { MergedItem } from './read-merged.ts';

type Names = ReadonlyMap<string, string>;

interface StatusFacts {
  id: string;
  status: InboxStatus;
  revision: number;
  changedBy: string | null;
  changedAt: Date | null;
}

/** The status of an item as the desk is given it. */
export function describeStatus({ id, status, revision, changedBy, changedAt }: StatusFacts, names: Names): InboxItemStatus {
  return {
    ...{ id, revision, status },
    assigneeName: names.get(status.assignee ?? '') ?? null,
    changedBy: names.get(changedBy ?? '') ?? null,
    changedAt: changedAt?.toISOString() ?? null,
  };
}

/** An item with its content, as the desk is given it. */
export function describeContent(item: InboxEntry, names: Names) {
  const { place: _, status, revision, changedBy, changedAt, ...content } = item;
  return { ...content, ...describeStatus({ id: item.id, status, revision, changedBy, changedAt }, names) };
}

/** The priority of a row with what was merged into it. Of what was merged, only the number is known. */
export function rankRow({ head, others }: Row, merged: readonly MergedItem[], today: string) {
  const all = [head, ...others];
  const newest = all.reduce((latest, { at }) => (at > latest ? at : latest), head.at);
  const { signal, share } = head;
  if (signal && share !== undefined) return rank({ signal, share, newest }, today);
  const choices = all.flatMap(({ choice }) => choice ?? []);
  const isAbsent = all.some(({ absence }) => absence !== undefined);
  return rank({ items: all.length + merged.length, choices, isAbsent, newest }, today);
}

/** A row as the desk is given it. */
export function describeRow(
  row: Row,
  merged: readonly MergedItem[],
  { names, today }: { names: Names; today: string },
): InboxItem {
  const grouped = row.others.map(({ id, revision }) => ({ id, revision, by: 'machine' as const }));
  const members = [...grouped, ...merged.map(({ id, revision }) => ({ id, revision, by: 'person' as const }))];
  return { ...describeContent(row.head, names), priority: rankRow(row, merged, today), members };
}
