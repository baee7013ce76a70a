import { and, desc, eq, inArray, isNull, lte, type SQL, sql } from 'drizzle-orm';
import type { Control } from '../../model/entry/control.ts';
import type { FeedbackEntry } from '../../model/entry/entry.ts';
import type { InboxStatus } from '../../model/hub-api/inbox-status.ts';
import { readNameTable } from '../aggregates/compute-name-table.ts';
import { backlogControl } from '../store/backlog-control.ts';
import { readGuideTitles } from '../store/guide-titles.ts';
import { inboxItems } from '../store/inbox-schema.ts';
import { readComments } from '../store/read-comments.ts';
import { backlogItems } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import type { InboxEntry } from './inbox-entry.ts';
import { stateOn, statusColumns, statusOf } from './stored-status.ts';

/** A place in the order of days, within a day by id. */
export interface ListPlace {
  day: string;
  id: string;
}

/** Conditions on items of feedback that the store judges. */
export interface FeedbackSelection {
  app?: string | undefined;
  states?: readonly InboxStatus['state'][] | undefined;
  /** An account; null for items of nobody. */
  assignee?: string | null | undefined;
  ids?: readonly string[] | undefined;
  /** Older than this place. */
  from?: ListPlace | null | undefined;
  /** Down to this place. */
  to?: ListPlace | null | undefined;
}

/** When the request came, in which languages titles are read, and how many items at most. */
export interface ReadContext {
  now: Date;
  languages: readonly string[];
}

export const isoDayOf = (now: Date): string => now.toISOString().slice(0, 10);

/** Conditions on `backlog_items`, left-joined with `inbox_items`. */
export function feedbackConditions({ app, states, assignee, ids, from, to }: FeedbackSelection, now: Date): SQL[] {
  const place = sql`(${backlogItems.day}, ${backlogItems.deskId})`;
  const conditions = [
    lte(backlogItems.releasedAt, now),
    app && eq(backlogItems.app, app),
    states && sql`${stateOn(isoDayOf(now))} in ${[...states]}`,
    assignee === null && isNull(inboxItems.assignee),
    assignee && eq(inboxItems.assignee, assignee),
    ids && inArray(backlogItems.deskId, [...ids]),
    from && sql`${place} < (${from.day}::date, ${from.id}::uuid)`,
    to && sql`${place} >= (${to.day}::date, ${to.id}::uuid)`,
  ];
  return conditions.filter((one) => typeof one === 'object' && one !== null);
}

/** Items of feedback, newest day first, and within a day by their random ids. */
export async function readFeedback(
  store: Store,
  selection: FeedbackSelection,
  { now, languages, limit }: ReadContext & { limit: number },
): Promise<InboxEntry[]> {
  const { deskId, authorMark, choice, app, route, payload, day } = backlogItems;
  const rows = await store
    .select({ ...{ id: deskId, authorMark, choice, app, route, payload, day }, ...statusColumns })
    .from(backlogItems)
    .leftJoin(inboxItems, eq(inboxItems.item, deskId))
    .where(and(...feedbackConditions(selection, now)))
    .orderBy(desc(day), desc(deskId))
    .limit(limit);
  const found = rows.map((row) => ({ ...row, fields: row.payload as FeedbackFields }));
  const abouts = found.flatMap(({ fields }) => fields.about ?? []);
  const titlesOf = await readGuideTitles(store, abouts, languages);
  const published = await readPublished(store, found);
  const commentsByMark = await readComments(store, found, now);
  return found.map(({ fields: { control, about, absence }, ...row }) => {
    const { guideTitle, stepTitle } = about ? titlesOf(about) : {};
    return {
      ...{ id: row.id, kind: 'feedback', app: row.app, route: row.route, at: row.day, choice: row.choice },
      place: placeOf(row, control),
      ...(control && { control: backlogControl(control, published) }),
      ...(about && { about }),
      ...(absence && { absence }),
      ...(guideTitle !== undefined && { guideTitle }),
      ...(stepTitle !== undefined && { stepTitle }),
      ...commentsByMark.get(row.authorMark),
      ...{ status: statusOf(row, isoDayOf(now)), revision: row.revision ?? 0 },
      ...{ changedBy: row.changedBy, changedAt: row.changedAt },
    };
  });
}

/** The fields that only feedback has, as they were stored. */
type FeedbackFields = Pick<FeedbackEntry, 'control' | 'about' | 'absence'>;

async function readPublished(store: Store, found: readonly { fields: FeedbackFields }[]): Promise<ReadonlySet<string>> {
  const isNeeded = found.some(({ fields }) => fields.control?.fingerprint !== undefined);
  return new Set(isNeeded ? (await readNameTable(store))?.fingerprints : []);
}

/** A control is the same if its name or its position is; a fingerprint that is not published tells nothing. */
function placeOf({ app, route }: { app: string; route: string }, control: Control | undefined): string {
  if (!control) return JSON.stringify([app, route]);
  return JSON.stringify([app, route, control.role, control.name ?? null, control.position ?? null]);
}
