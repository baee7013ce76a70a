import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** People who signed in at the desk: by the name of a link, or by issuer and subject of an identity provider. */
export const accounts = pgTable(
  'accounts',
  {
    id: uuid('id').primaryKey(),
    /** For people to read. Only the name of a link identifies an account. */
    name: text('name').notNull(),
    issuer: text('issuer'),
    subject: text('subject'),
    madeAt: moment('made_at').notNull(),
  },
  (table) => [
    uniqueIndex('accounts_by_link_name').on(table.name).where(sql`issuer is null`),
    uniqueIndex('accounts_by_subject').on(table.issuer, table.subject),
  ],
);

const ROLES = ['viewer', 'facilitator', 'author', 'publisher', 'admin'] as const;

/** One-time sign-in links, by the hash of their token. */
export const signInLinks = pgTable('sign_in_links', {
  hash: text('hash').primaryKey(),
  name: text('name').notNull(),
  role: text('role', { enum: ROLES }).notNull(),
  endsAt: moment('ends_at').notNull(),
  usedAt: moment('used_at'),
});

/** Browsers that are or were signed in at the desk, by the hash of their cookie. */
export const signIns = pgTable(
  'sign_ins',
  {
    hash: text('hash').primaryKey(),
    /** Names the sign-in in lists; nobody can sign in with it. */
    id: uuid('id').notNull().unique(),
    account: uuid('account')
      .notNull()
      .references(() => accounts.id),
    role: text('role', { enum: ROLES }).notNull(),
    method: text('method', { enum: ['link', 'provider'] }).notNull(),
    provider: text('provider'),
    startedAt: moment('started_at').notNull(),
    lastUsedAt: moment('last_used_at').notNull(),
    endsAt: moment('ends_at').notNull(),
    /** When the person last proved who they are. */
    confirmedAt: moment('confirmed_at').notNull(),
    /** When the provider last confirmed the role. */
    checkedAt: moment('checked_at'),
    /** Until when one request, which asks the provider now, does so for all. */
    checkingUntil: moment('checking_until'),
    /** Tokens of the provider, encrypted with a key that follows from the cookie, which the hub does not store. */
    sealedTokens: text('sealed_tokens'),
  },
  (table) => [index('sign_ins_by_end').on(table.endsAt), index('sign_ins_by_account').on(table.account)],
);

/** Which account did or read what: one row per hour, account, resource and query. */
export const accessLog = pgTable(
  'access_log',
  {
    account: uuid('account')
      .notNull()
      .references(() => accounts.id),
    hour: moment('hour').notNull(),
    resource: text('resource').notNull(),
    query: text('query').notNull(),
    requests: integer('requests').notNull(),
    /** Requests that were answered with texts that people wrote. */
    readings: integer('readings').notNull(),
    /** Texts in those answers. A text that is sent twice counts twice. */
    texts: integer('texts').notNull(),
    firstAt: moment('first_at').notNull(),
    lastAt: moment('last_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.account, table.hour, table.resource, table.query] }),
    index('access_by_hour').on(table.hour),
  ],
);
