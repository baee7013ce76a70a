import { and, count, desc, eq, gt, inArray, lte, type SQL, sql } from 'drizzle-orm';
import { alias, union } from 'drizzle-orm/pg-core';
import type { Choice, FeedbackEntry } from '../../model/entry/entry.ts';
import type { BacklogItem, BacklogPage } from '../../model/hub-api/backlog-item.ts';
import { MAX_COMMENT_CHARS_PER_ITEM, MAX_COMMENTS_PER_FEEDBACK } from '../../model/hub-api/limits.ts';
import { readNameTable } from '../aggregates/compute-name-table.ts';
import { readGuideTitles } from '../store/guide-titles.ts';
import { entries } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { backlogControl } from './backlog-control.ts';

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
  const found = await findFeedback(store, [...conditions, ...cursorConditions(store, selection)], selection);
  const page = found.slice(0, limit);
  const titlesOf = await readGuideTitles(
    store,
    page.flatMap((one) => payloadOf(one).about ?? []),
    selection.languages,
  );
  const published = await readPublished(store, page);
  const last = page.at(-1);
  return {
    items: page.map((one) => toItem(one, { titlesOf, published })),
    total: before || after ? null : await countFeedback(store, conditions),
    next: last && found.length > limit ? `${last.day}.${last.id}` : null,
    released: released.toISOString(),
  };
}

const isFeedback = eq(entries.kind, 'feedback');

const selectionConditions = ({ choice, app, now }: BacklogSelection): SQL[] =>
  [isFeedback, lte(entries.releasedAt, now), choice && eq(entries.choice, choice), app && eq(entries.app, app)].filter(
    (part) => typeof part === 'object',
  );

async function countFeedback(store: Store, conditions: SQL[]): Promise<number> {
  const [counted] = await store
    .select({ total: count() })
    .from(entries)
    .where(and(...conditions));
  return counted?.total ?? 0;
}

function cursorConditions(store: Store, { before, after, now }: BacklogSelection): SQL[] {
  const conditions: SQL[] = [];
  if (before) conditions.push(sql`(${entries.day}, ${entries.deskId}) < (${before.day}::date, ${before.id}::uuid)`);
  if (after) conditions.push(inArray(entries.id, changedSince(store, new Date(after), now)));
  return conditions;
}

/** Feedback that was released, or got a comment, between two moments. Two look-ups by index: its cost follows what is new. */
function changedSince(store: Store, after: Date, now: Date) {
  const isNew = and(gt(entries.releasedAt, after), lte(entries.releasedAt, now));
  return union(
    store.select({ id: entries.id }).from(entries).where(and(isFeedback, isNew)),
    store
      .select({ id: sql<string>`${entries.of}`.as('id') })
      .from(entries)
      .where(and(eq(entries.kind, 'words'), isNew)),
  );
}

/** Comments count only if their author is the author of the feedback. */
function findFeedback(store: Store, conditions: SQL[], { limit, now }: BacklogSelection) {
  const wordsEntry = alias(entries, 'words_entry');
  const comments = store
    .select({ payload: wordsEntry.payload, seq: wordsEntry.seq })
    .from(wordsEntry)
    .where(
      and(
        eq(wordsEntry.kind, 'words'),
        eq(wordsEntry.of, entries.id),
        eq(wordsEntry.authorMark, entries.authorMark),
        lte(wordsEntry.releasedAt, now),
      ),
    )
    .orderBy(wordsEntry.seq)
    .limit(MAX_COMMENTS_PER_FEEDBACK)
    .as('comments');
  const joined = sql<
    string | null
  >`left(string_agg(${comments.payload} ->> 'words', E'\n\n' order by ${comments.seq}), ${MAX_COMMENT_CHARS_PER_ITEM})`;
  const lastContact = sql<
    string | null
  >`(array_agg(${comments.payload} ->> 'contact' order by ${comments.seq} desc) filter (where ${comments.payload} ? 'contact'))[1]`;
  const wordsByFeedback = store
    .select({ words: joined.as('words'), contact: lastContact.as('contact') })
    .from(comments)
    .as('words_by_feedback');
  return store
    .select({
      id: sql<string>`${entries.deskId}`,
      choice: entries.choice,
      app: entries.app,
      route: entries.route,
      payload: entries.payload,
      day: sql<string>`${entries.day}::text`,
      state: entries.state,
      words: wordsByFeedback.words,
      contact: wordsByFeedback.contact,
    })
    .from(entries)
    .leftJoinLateral(wordsByFeedback, sql`true`)
    .where(and(...conditions))
    .orderBy(desc(entries.day), desc(entries.deskId))
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
}

function toItem(found: FeedbackRow, { titlesOf, published }: ItemContext): BacklogItem {
  const { control, about, absence } = payloadOf(found);
  return {
    id: found.id,
    choice: found.choice as Choice,
    app: found.app,
    route: found.route,
    ...(control && { control: backlogControl(control, published) }),
    ...(about && { about, ...titlesOnly(titlesOf(about)) }),
    ...(absence && { absence }),
    at: found.day,
    ...(found.words !== null && { words: found.words }),
    ...(found.contact !== null && { contact: found.contact }),
    state: found.state ?? 'new',
  };
}
