import { date, index, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/**
 * How colleagues do it, as they proposed it. A row names no install: `owner` is a mark that only the install with the same secret can make.
 * Accounts and drafts are named without a foreign key, because the table can be distributed.
 */
export const proposals = pgTable(
  'proposals',
  {
    owner: text('owner').notNull(),
    /** The id that the device made. */
    id: uuid('id').notNull(),
    /** Its random id at the desk. */
    deskId: uuid('desk_id').notNull(),
    app: text('app').notNull(),
    /** The proposal as JSON; null once it is withdrawn. */
    content: text('content'),
    /** As it was decided. That it is live, or waits again because its draft was given up, follows from its draft. */
    state: text('state', { enum: ['waiting', 'returned', 'declined', 'taken', 'withdrawn'] }).notNull(),
    comment: text('comment'),
    revision: integer('revision').notNull(),
    /** The UTC day on which it arrived, or was changed last. */
    day: date('day').notNull(),
    /** When the desk may show it. */
    releasedAt: moment('released_at').notNull(),
    /** The UTC day of the last decision. */
    decidedOn: date('decided_on'),
    /** The account that took it. */
    takenBy: uuid('taken_by'),
    /** Where it was taken. */
    pack: text('pack'),
    guide: text('guide'),
    draft: uuid('draft'),
    /** The draft by which the hub takes it out of what is published. */
    removal: uuid('removal'),
  },
  (table) => [
    primaryKey({ columns: [table.owner, table.id] }),
    index('proposals_by_desk_id').on(table.deskId),
    index('proposals_by_state').on(table.state, table.day),
    index('proposals_by_draft').on(table.draft),
  ],
);
