import { and, count, desc, eq, gt, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { BacklogItem, BacklogPage } from '../../model/backlog.ts';
import type { Choice, FeedbackEntry } from '../../model/entry.ts';
import { entries } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { guideTitles } from './guide-titles.ts';

export interface BacklogQuery {
  /** Only what arrived before this number: the cursor of a page. */
  before?: number;
  /** Only what arrived, or got its words, after this number. */
  after?: number;
  choice?: Choice;
  app?: string;
  limit: number;
  languages: readonly string[];
}

type Found = Awaited<ReturnType<typeof findFeedback>>[number];

/** A page of feedback, newest first, with its words. `total` counts all that fit choice and app. */
export async function readBacklog(store: Store, asked: BacklogQuery): Promise<BacklogPage> {
  const fits = [
    eq(entries.kind, 'feedback'),
    asked.choice && eq(entries.choice, asked.choice),
    asked.app && eq(entries.app, asked.app),
  ];
  const found = await findFeedback(store, [...fits.filter(isSql), ...within(store, asked)], asked.limit + 1);
  const [counted] = await store
    .select({ total: count() })
    .from(entries)
    .where(and(...fits.filter(isSql)));
  const page = found.slice(0, asked.limit);
  const name = await guideTitles(
    store,
    page.flatMap((one) => saidOf(one).about ?? []),
    asked.languages,
  );
  const items = page.map((one) => itemOf(one, name));
  return { items, total: counted?.total ?? 0, next: found.length > asked.limit ? String(page.at(-1)?.seq) : null };
}

const isSql = (part: SQL | '' | undefined): part is SQL => Boolean(part);

function within(store: Store, { before, after }: BacklogQuery): SQL[] {
  const lateWords = (since: number) =>
    store
      .select({ of: entries.of })
      .from(entries)
      .where(and(eq(entries.kind, 'words'), gt(entries.seq, since)));
  return [
    before === undefined ? undefined : lt(entries.seq, before),
    after === undefined ? undefined : or(gt(entries.seq, after), inArray(entries.id, lateWords(after))),
  ].filter((part) => part !== undefined);
}

/**
 * Words count only if they come from the install that gave the feedback: nobody adds to somebody else's. Once that is no longer
 * known, only that install knows the feedback's id.
 */
function findFeedback(store: Store, conditions: SQL[], limit: number) {
  const word = alias(entries, 'word');
  const told = store
    .select({
      words: sql<string | null>`string_agg(${word.said} ->> 'words', E'\n\n' order by ${word.seq})`.as('words'),
      contact: sql<
        string | null
      >`(array_agg(${word.said} ->> 'contact' order by ${word.seq} desc) filter (where ${word.said} ? 'contact'))[1]`.as(
        'contact',
      ),
    })
    .from(word)
    .where(and(eq(word.kind, 'words'), eq(word.of, entries.id), or(eq(word.install, entries.install), isNull(entries.install))))
    .as('told');
  return store
    .select({
      id: entries.id,
      seq: entries.seq,
      choice: entries.choice,
      app: entries.app,
      route: entries.route,
      said: entries.said,
      at: entries.at,
      receivedAt: entries.receivedAt,
      state: entries.state,
      words: told.words,
      contact: told.contact,
    })
    .from(entries)
    .leftJoinLateral(told, sql`true`)
    .where(and(...conditions))
    .orderBy(desc(entries.seq))
    .limit(limit);
}

const titlesIn = ({ options: _, ...titles }: ReturnType<Awaited<ReturnType<typeof guideTitles>>>) => titles;

/** What `takeBatch` put there: the parts of a feedback entry that only it has. */
const saidOf = (found: Found) => found.said as Pick<FeedbackEntry, 'control' | 'about'>;

function itemOf(found: Found, name: Awaited<ReturnType<typeof guideTitles>>): BacklogItem {
  const { control, about } = saidOf(found);
  return {
    id: found.id,
    seq: found.seq,
    choice: found.choice as Choice,
    app: found.app,
    route: found.route,
    ...(control && { control }),
    ...(about && { about, ...titlesIn(name(about)) }),
    at: found.at.toISOString(),
    receivedAt: found.receivedAt.toISOString(),
    ...(found.words !== null && { words: found.words }),
    ...(found.contact !== null && { contact: found.contact }),
    state: found.state ?? 'new',
  };
}
