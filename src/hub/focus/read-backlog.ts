import { and, count, desc, eq, gt, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Choice, FeedbackEntry } from '../../model/entry/entry.ts';
import type { BacklogItem, BacklogPage } from '../../model/hub-api/backlog-item.ts';
import { readNameTable } from '../aggregates/compute-name-table.ts';
import { readGuideTitles } from '../store/guide-titles.ts';
import { entries } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { backlogControl } from './backlog-control.ts';

export interface BacklogSelection {
  /** Cursor of a page: only items with a lower `seq`. */
  before?: number;
  /** Only items that arrived, or got a comment, after this `seq`. */
  after?: number;
  choice?: Choice;
  app?: string;
  limit: number;
  languages: readonly string[];
}

type FeedbackRow = Awaited<ReturnType<typeof findFeedback>>[number];

/** A page of feedback with its comments, newest first. `total` counts all items of the selected choice and app. */
export async function readBacklog(store: Store, selection: BacklogSelection): Promise<BacklogPage> {
  const filters = [
    eq(entries.kind, 'feedback'),
    selection.choice && eq(entries.choice, selection.choice),
    selection.app && eq(entries.app, selection.app),
  ];
  const found = await findFeedback(store, [...filters.filter(isSql), ...cursorConditions(store, selection)], selection.limit + 1);
  const [counted] = await store
    .select({ total: count() })
    .from(entries)
    .where(and(...filters.filter(isSql)));
  const page = found.slice(0, selection.limit);
  const titlesOf = await readGuideTitles(
    store,
    page.flatMap((one) => payloadOf(one).about ?? []),
    selection.languages,
  );
  const published = new Set((await readNameTable(store))?.fingerprints);
  const items = page.map((one) => toItem(one, { titlesOf, published }));
  return { items, total: counted?.total ?? 0, next: found.length > selection.limit ? String(page.at(-1)?.seq) : null };
}

const isSql = (part: SQL | '' | undefined): part is SQL => Boolean(part);

function cursorConditions(store: Store, { before, after }: BacklogSelection): SQL[] {
  const feedbackWithLaterWords = (since: number) =>
    store
      .select({ of: entries.of })
      .from(entries)
      .where(and(eq(entries.kind, 'words'), gt(entries.seq, since)));
  return [
    before === undefined ? undefined : lt(entries.seq, before),
    after === undefined ? undefined : or(gt(entries.seq, after), inArray(entries.id, feedbackWithLaterWords(after))),
  ].filter((part) => part !== undefined);
}

/**
 * Comments count only if they come from the install that sent the feedback. When the install has been removed from the feedback, only
 * that install knows its id.
 */
function findFeedback(store: Store, conditions: SQL[], limit: number) {
  const wordsEntry = alias(entries, 'words_entry');
  const wordsByFeedback = store
    .select({
      words: sql<string | null>`string_agg(${wordsEntry.payload} ->> 'words', E'\n\n' order by ${wordsEntry.seq})`.as('words'),
      contact: sql<
        string | null
      >`(array_agg(${wordsEntry.payload} ->> 'contact' order by ${wordsEntry.seq} desc) filter (where ${wordsEntry.payload} ? 'contact'))[1]`.as(
        'contact',
      ),
    })
    .from(wordsEntry)
    .where(
      and(
        eq(wordsEntry.kind, 'words'),
        eq(wordsEntry.of, entries.id),
        or(eq(wordsEntry.install, entries.install), isNull(entries.install)),
      ),
    )
    .as('words_by_feedback');
  return store
    .select({
      id: entries.id,
      seq: entries.seq,
      choice: entries.choice,
      app: entries.app,
      route: entries.route,
      payload: entries.payload,
      at: entries.at,
      receivedAt: entries.receivedAt,
      state: entries.state,
      words: wordsByFeedback.words,
      contact: wordsByFeedback.contact,
    })
    .from(entries)
    .leftJoinLateral(wordsByFeedback, sql`true`)
    .where(and(...conditions))
    .orderBy(desc(entries.seq))
    .limit(limit);
}

const titlesOnly = ({ options: _, ...titles }: ReturnType<Awaited<ReturnType<typeof readGuideTitles>>>) => titles;

/** The fields that only a feedback entry has, as `acceptBatch` stored them. */
const payloadOf = (found: FeedbackRow) => found.payload as Pick<FeedbackEntry, 'control' | 'about'>;

interface ItemContext {
  titlesOf: Awaited<ReturnType<typeof readGuideTitles>>;
  published: ReadonlySet<string>;
}

function toItem(found: FeedbackRow, { titlesOf, published }: ItemContext): BacklogItem {
  const { control, about } = payloadOf(found);
  return {
    id: found.id,
    seq: found.seq,
    choice: found.choice as Choice,
    app: found.app,
    route: found.route,
    ...(control && { control: backlogControl(control, published) }),
    ...(about && { about, ...titlesOnly(titlesOf(about)) }),
    at: found.at.toISOString(),
    receivedAt: found.receivedAt.toISOString(),
    ...(found.words !== null && { words: found.words }),
    ...(found.contact !== null && { contact: found.contact }),
    state: found.state ?? 'new',
  };
}
