import { bigint, boolean, date, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { accounts } from './account-schema.ts';

/**
 * What people at the desk decided about items of the inbox. An item that nobody has touched has no row, and no row has anybody's words. Of
 * an item that was withdrawn, `gone` remains for a few days, so that desks take it off their lists.
 */
export const inboxItems = pgTable(
  'inbox_items',
  {
    /** The id of the item at the desk. */
    item: uuid('item').primaryKey(),
    state: text('state', { enum: ['new', 'open', 'planned', 'snoozed', 'closed', 'merged', 'gone'] }).notNull(),
    snoozedUntil: date('snoozed_until'),
    reason: text('reason', { enum: ['done', 'works-as-intended', 'will-not-do', 'not-actionable', 'no-action-needed'] }),
    mergedInto: uuid('merged_into'),
    isApart: boolean('is_apart').notNull(),
    assignee: uuid('assignee').references(() => accounts.id),
    revision: integer('revision').notNull(),
    /** The number of its last change among all changes of the inbox. */
    sequence: bigint('sequence', { mode: 'number' }).notNull(),
    /** Null: the hub itself. */
    changedBy: uuid('changed_by').references(() => accounts.id),
    changedAt: timestamp('changed_at', { withTimezone: true, mode: 'date' }).notNull(),
  },
  (table) => [index('inbox_by_sequence').on(table.sequence), index('inbox_by_target').on(table.mergedInto)],
);

/**
 * The number of the last change of the inbox: one row. Whoever changes anything holds it, so changes come one after the other, and a
 * reader of all changes up to a number has missed none.
 */
export const inboxClock = pgTable('inbox_clock', {
  id: integer('id').primaryKey(),
  sequence: bigint('sequence', { mode: 'number' }).notNull(),
});
