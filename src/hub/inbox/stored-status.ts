import { type SQL, sql } from 'drizzle-orm';
import type { InboxStatus } from '../../model/hub-api/inbox-status.ts';
import { inboxItems } from '../store/inbox-schema.ts';
import { UNTOUCHED } from './apply-action.ts';

type StoredRow = typeof inboxItems.$inferSelect;

/** What is stored of the status of an item, if anybody has touched it. */
export type StoredStatus = Pick<
  StoredRow,
  'state' | 'snoozedUntil' | 'reason' | 'mergedInto' | 'isApart' | 'assignee' | 'revision' | 'changedBy' | 'changedAt'
>;

const { state, snoozedUntil, reason, mergedInto, isApart, assignee, revision, changedBy, changedAt } = inboxItems;
export const statusColumns = { state, snoozedUntil, reason, mergedInto, isApart, assignee, revision, changedBy, changedAt };

/** The columns of a left join are all null for an item that nobody has touched. */
export type JoinedStatus = { [Field in keyof StoredStatus]: StoredStatus[Field] | null };

/** The status as of a UTC day: what was snoozed is open again on its day. */
export function statusOf(stored: JoinedStatus | undefined, today: string): InboxStatus {
  if (!stored || stored.state === null || stored.state === 'gone') return UNTOUCHED;
  const isAwake = stored.state === 'snoozed' && (stored.snoozedUntil ?? today) <= today;
  return {
    state: isAwake ? 'open' : stored.state,
    snoozedUntil: isAwake ? null : stored.snoozedUntil,
    reason: stored.reason,
    mergedInto: stored.mergedInto,
    isApart: stored.isApart ?? false,
    assignee: stored.assignee,
  };
}

/** The same state in SQL. */
export const stateOn = (today: string): SQL<InboxStatus['state']> =>
  sql`case when ${state} = 'snoozed' and ${snoozedUntil} <= ${today}::date then 'open' else coalesce(${state}, 'new') end`;
