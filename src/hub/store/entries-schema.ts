import { bigserial, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/**
 * Every accepted raw entry, once per id, partitioned by the week of its arrival. A partition is dropped with all it holds at
 * the end of the retention. `payload` holds the fields that only its kind has. That an id is stored once follows from the way in which
 * batches are stored (`insertOnce`): a key over all partitions is not possible.
 *
 * Neither Drizzle nor its migrations know partitions, so `entries-table.sql` creates the table and its indexes.
 */
export const entries = pgTable(
  'entries',
  {
    id: uuid('id').notNull(),
    seq: bigserial('seq', { mode: 'number' }).notNull(),
    install: uuid('install').notNull(),
    kind: text('kind', { enum: ['feedback', 'words', 'guide', 'friction', 'task', 'answer'] }).notNull(),
    app: text('app').notNull(),
    route: text('route').notNull(),
    /** Of comments: the mark of the feedback that they belong to, which only the install with the same secret can make. */
    authorMark: text('author_mark'),
    /** Of comments: when the desk may show them. */
    releasedAt: moment('released_at'),
    payload: jsonb('payload').notNull(),
    deviceAt: moment('device_at').notNull(),
    sentAt: moment('sent_at').notNull(),
    at: moment('at').notNull(),
    receivedAt: moment('received_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.id, table.install, table.receivedAt] })],
);
