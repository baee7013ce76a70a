import { and, desc, eq, gt, inArray, lte, type SQL, sql } from 'drizzle-orm';
import type { Choice, FeedbackEntry } from '../../model/entry/entry.ts';
import type { BacklogItem, BacklogPage } from '../../model/hub-api/backlog-item.ts';
import { readNameTable } from '../aggregates/compute-name-table.ts';
import { countItems } from '../aggregates/count-items.ts';
import { backlogControl } from '../store/backlog-control.ts';
import { entries } from '../store/entries-schema.ts';
import { readGuideTitles } from '../store/guide-titles.ts';
import { type ItemComments, readComments } from '../store/read-comments.ts';
import { backlogItems } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { textArray } from '../store/text-array.ts';

export interface BacklogSelection {
  /** Cursor of a page: the last item of the previous one. */
  before?: { day: string; id: string };
  /** Only items that were released, or got a comment, after this moment. */
  after?: string;
  choice?: Choice;
  app?: string;
  limit: number;
  languages: readonly string[];
  /** What was released up to this moment is complete. */
  released: Date;
  now: Date;
}

type FeedbackRow = Awaited<ReturnType<typeof findFeedback>>[number];

/** A page of feedback with its comments: newest day first, and within a day by the random ids of the desk. */
export async function readBacklog(store: Store, selection: BacklogSelection): Promise<BacklogPage> {
  const { limit, before, after, released } = selection;
  const conditions = selectionConditions(selection);
  const found = await findFeedback(store, [...conditions, ...(await cursorConditions(store, selection))], selection);
  const page = found.slice(0, limit);
  const titlesOf = await readGuideTitles(
    store,
    page.flatMap((one) => payloadOf(one).about ?? []),
    selection.languages,
  );
  const published = await readPublished(store, page);
  const commentsByMark = await readComments(store, page, selection.now);
  const last = page.at(-1);
  return {
    items: page.map((one) => toItem(one, { titlesOf, published, commentsByMark })),
    total: before || after ? null : await countItems(store, conditions),
    next: last && found.length > limit ? `${last.day}.${last.id}` : null,
    released: released.toISOString(),
  };
}

const selectionConditions = ({ choice, app, now }: BacklogSelection): SQL[] =>
  [lte(backlogItems.releasedAt, now), choice && eq(backlogItems.choice, choice), app && eq(backlogItems.app, app)].filter(
    (part) => typeof part === 'object',
  );

async function cursorConditions(store: Store, { before, after, now }: BacklogSelection): Promise<SQL[]> {
  const conditions: SQL[] = [];
  if (before) conditions.push(sql`(${backlogItems.day}, ${backlogItems.deskId}) < (${before.day}::date, ${before.id}::uuid)`);
  if (after) conditions.push(await isChangedSince(store, new Date(after), now));
  return conditions;
}

/**
 * Condition on items: released, or commented on, between two moments. Each is a look-up by index, and none is an OR over all items: the
 * cost of a poll follows what is new, and not what is stored.
 */
async function isChangedSince(store: Store, after: Date, now: Date): Promise<SQL> {
  const commented = await store
    .selectDistinct({ mark: sql<string>`${entries.authorMark}` })
    .from(entries)
    .where(and(eq(entries.kind, 'words'), gt(entries.releasedAt, after), lte(entries.releasedAt, now)));
  const released = store
    .select({ mark: backlogItems.authorMark })
    .from(backlogItems)
    .where(and(gt(backlogItems.releasedAt, after), lte(backlogItems.releasedAt, now)));
  if (commented.length === 0) return inArray(backlogItems.authorMark, released);
  const marks = textArray(commented.map(({ mark }) => mark));
  return sql`${backlogItems.authorMark} in (${released} union all select unnest(${marks}::text[]))`;
}

function findFeedback(store: Store, conditions: SQL[], { limit }: BacklogSelection) {
  const { authorMark, deskId, choice, app, route, payload, state } = backlogItems;
  return store
    .select({ id: deskId, authorMark, choice, app, route, payload, day: sql<string>`${backlogItems.day}::text`, state })
    .from(backlogItems)
    .where(and(...conditions))
    .orderBy(desc(backlogItems.day), desc(deskId))
    .limit(limit + 1);
}

const titlesOnly = ({ options: _, ...titles }: ReturnType<Awaited<ReturnType<typeof readGuideTitles>>>) => titles;

/** The fields that only a feedback entry has, as `acceptBatch` stored them. */
const payloadOf = (found: FeedbackRow) => found.payload as Pick<FeedbackEntry, 'control' | 'about' | 'absence'>;

/** The published fingerprints, if any of the items has one. */
async function readPublished(store: Store, page: FeedbackRow[]): Promise<ReadonlySet<string>> {
  const isNeeded = page.some((one) => payloadOf(one).control?.fingerprint !== undefined);
  return new Set(isNeeded ? (await readNameTable(store))?.fingerprints : []);
}

interface ItemContext {
  titlesOf: Awaited<ReturnType<typeof readGuideTitles>>;
  published: ReadonlySet<string>;
  commentsByMark: ReadonlyMap<string, ItemComments>;
}

function toItem(found: FeedbackRow, { titlesOf, published, commentsByMark }: ItemContext): BacklogItem {
  const { control, about, absence } = payloadOf(found);
  return {
    id: found.id,
    choice: found.choice,
    app: found.app,
    route: found.route,
    ...(control && { control: backlogControl(control, published) }),
    ...(about && { about, ...titlesOnly(titlesOf(about)) }),
    ...(absence && { absence }),
    at: found.day,
    ...commentsByMark.get(found.authorMark),
    state: found.state,
  };
}
