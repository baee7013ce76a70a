import { boolean, foreignKey, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { accounts } from './account-schema.ts';
import type { GuideChecks } from './json-columns.ts';
import { packs } from './schema.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** To whom each published version of a pack is offered, and when. */
export const packReleases = pgTable(
  'pack_releases',
  {
    pack: text('pack').notNull(),
    version: integer('version').notNull(),
    channel: text('channel', { enum: ['test', 'live'] }).notNull(),
    /** Per cent of devices. */
    share: integer('share').notNull(),
    /** Departments of the policy; all if empty. */
    departments: jsonb('departments').$type<string[]>().notNull(),
    startsAt: moment('starts_at'),
    endsAt: moment('ends_at'),
    stoppedAt: moment('stopped_at'),
    stopReason: text('stop_reason'),
    /** Rises with every change. */
    revision: integer('revision').notNull(),
    publishedAt: moment('published_at').notNull(),
    /** null: published with the publishing token. */
    publishedBy: uuid('published_by').references(() => accounts.id),
    /** Who reviewed the content at this hub; null: it was signed elsewhere, and the hub never signs it. */
    approvedBy: uuid('approved_by').references(() => accounts.id),
    checks: jsonb('checks').$type<GuideChecks>().notNull().default({}),
    /** The version whose content a roll-back brought back. */
    copyOf: integer('copy_of'),
  },
  (table) => [
    primaryKey({ columns: [table.pack, table.version] }),
    foreignKey({ columns: [table.pack, table.version], foreignColumns: [packs.id, packs.version] }),
  ],
);

/** What holds for a pack as a whole. Every change of one of its releases changes the revision too. */
export const packStates = pgTable('pack_states', {
  pack: text('pack').primaryKey(),
  /** Switched off on all devices. */
  isOff: boolean('is_off').notNull(),
  offReason: text('off_reason'),
  revision: integer('revision').notNull(),
  changedAt: moment('changed_at').notNull(),
  /** null: the hub itself, or the publishing token. */
  changedBy: uuid('changed_by').references(() => accounts.id),
});

/** Keys that sign packs at this hub. */
export const signingKeys = pgTable('signing_keys', {
  kid: text('kid').primaryKey(),
  /** Ed25519 public key, base64url. */
  x: text('x').notNull(),
  state: text('state', { enum: ['prepared', 'active', 'retired'] }).notNull(),
  heldBy: text('held_by', { enum: ['file', 'command'] }).notNull(),
  madeAt: moment('made_at').notNull(),
  /** Encrypted under a secret that the store does not hold; null: held elsewhere, or deleted when the key was retired. */
  sealedPrivateKey: text('sealed_private_key'),
});
