import { sql } from 'drizzle-orm';
import { bigint, boolean, date, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { PackTitles } from './json-columns.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Enrolment tokens that the hub created itself. A token given by the environment is never stored. */
export const enrolTokens = pgTable('enrol_tokens', {
  hash: text('hash').primaryKey(),
  madeAt: moment('made_at').notNull(),
});

/** One row per enrolled browser profile. */
export const installs = pgTable(
  'installs',
  {
    id: uuid('id').primaryKey(),
    secretHash: text('secret_hash').notNull().unique(),
    /** Hash of the token of the latest enrolment. */
    enrolledBy: text('enrolled_by').notNull(),
    /** Time of the latest enrolment. */
    enrolledAt: moment('enrolled_at').notNull(),
    /** Time of the first enrolment; enrolling again does not change it. */
    firstEnrolledAt: moment('first_enrolled_at').notNull().defaultNow(),
    /** The person's pseudonym, hashed on the device with a key that the hub does not have; null if the policy names none. */
    person: text('person'),
    /** The first two days on which it sent anything but answers. */
    activeOn: date('active_on'),
    activeAgainOn: date('active_again_on'),
  },
  (table) => [index('installs_by_time').on(table.enrolledAt), index('installs_by_first_time').on(table.firstEnrolledAt)],
);

/**
 * Feedback as the desk lists it, in the order of day and `desk_id`: neither tells in which order it arrived. An item names no install and
 * no time of day; its raw entry does, for as long as the retention lasts.
 */
export const backlogItems = pgTable(
  'backlog_items',
  {
    /** A mark of the feedback's id that only the install with the same secret can make. */
    authorMark: text('author_mark').primaryKey(),
    /** The id of the entry that it was made of, which only the device and the hub know. */
    entry: uuid('entry').notNull(),
    /** Its random id at the desk. */
    deskId: uuid('desk_id').notNull(),
    app: text('app').notNull(),
    route: text('route').notNull(),
    choice: text('choice', { enum: ['slowed', 'confused', 'missing', 'idea', 'works'] }).notNull(),
    /** The fields that only feedback has. The fingerprint of a control's name is removed at the end of the retention. */
    payload: jsonb('payload').notNull(),
    state: text('state', { enum: ['new', 'planned', 'done'] }).notNull(),
    /** The UTC day on which it was given. */
    day: date('day').notNull(),
    /** When the desk may show it; a day at the end of the retention. */
    releasedAt: moment('released_at').notNull(),
  },
  (table) => [
    index('items_by_day').on(table.day, table.deskId),
    index('items_by_app').on(table.app, table.choice),
    index('items_by_release').on(table.releasedAt),
    index('items_by_entry').on(table.entry),
    index('items_by_desk_id').on(table.deskId),
  ],
);

/**
 * What each install has sent on a day, so that its budget holds over all hubs. Rows of earlier days are deleted. Whatever stores or
 * erases entries of an install changes `revision`: a batch is stored only if the revision is still the one that it was judged by.
 */
export const dailyUsage = pgTable(
  'daily_usage',
  {
    install: uuid('install').primaryKey(),
    revision: uuid('revision').notNull(),
    day: date('day').notNull(),
    entries: integer('entries').notNull(),
    bytes: bigint('bytes', { mode: 'number' }).notNull(),
  },
  (table) => [index('usage_by_day').on(table.day)],
);

/**
 * Questions that answers are accepted to: those of published packs, and a few of packs that the hub does not publish, each with the
 * install that answered it first and the last day on which somebody did.
 */
export const questions = pgTable(
  'questions',
  {
    app: text('app').notNull(),
    pack: text('pack').notNull(),
    guide: text('guide').notNull(),
    what: text('what', { enum: ['umux-lite', 'choice', 'words'] }).notNull(),
    isPublished: boolean('is_published').notNull(),
    /** Ids of the options of all published versions, for a choice. */
    options: jsonb('options').$type<string[]>().notNull(),
    firstInstall: uuid('first_install').references(() => installs.id),
    lastDay: date('last_day').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.app, table.pack, table.guide, table.what] }),
    index('questions_by_pack').on(table.pack),
    index('unpublished_questions').on(table.firstInstall).where(sql`not is_published`),
  ],
);

/** What remains of an erased entry: a mark made of install and id, from which neither can be read, and the content of the receipt. */
export const erasures = pgTable('erasures', {
  mark: text('mark').primaryKey(),
  erased: boolean('erased').notNull(),
  day: date('day').notNull(),
});

/** When the daily jobs ran last: one row, for all hubs on the store. */
export const dailyRuns = pgTable('daily_runs', {
  id: integer('id').primaryKey(),
  ranAt: moment('ran_at').notNull(),
  /** The clock is believed from then on; later than `ran_at` after a gap of days. */
  believedFrom: moment('believed_from').notNull(),
});

/** What remains of comments and answers after the retention: marks like those in `erasures`. */
export const expired = pgTable('expired', { mark: text('mark').primaryKey() });

/** The fingerprints of common names, computed once a week. Only the newest week is kept. */
export const nameSnapshots = pgTable('name_snapshots', {
  /** What arrived before this Monday was counted. */
  week: date('week').primaryKey(),
  fingerprints: jsonb('fingerprints').$type<string[]>().notNull(),
});

/** Every published version of every pack, as signed. */
export const packs = pgTable(
  'packs',
  {
    id: text('id').notNull(),
    version: integer('version').notNull(),
    app: text('app').notNull(),
    jws: text('jws').notNull(),
    etag: text('etag').notNull(),
    payloadHash: text('payload_hash').notNull(),
    language: text('language').notNull(),
    titles: jsonb('titles').$type<PackTitles>().notNull(),
    publishedAt: moment('published_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.id, table.version] })],
);
