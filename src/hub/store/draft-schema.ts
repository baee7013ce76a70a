import { boolean, index, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { accounts } from './account-schema.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Next versions of packs, while people write and review them. */
export const packDrafts = pgTable(
  'pack_drafts',
  {
    id: uuid('id').primaryKey(),
    pack: text('pack').notNull(),
    app: text('app').notNull(),
    /** The version that it becomes. */
    version: integer('version').notNull(),
    /** The JSON text as it was sent: `jsonb` would lose the order of its fields. */
    content: text('content').notNull(),
    contentHash: text('content_hash').notNull(),
    state: text('state', { enum: ['draft', 'in-review', 'approved', 'published', 'discarded'] }).notNull(),
    revision: integer('revision').notNull(),
    updatedAt: moment('updated_at').notNull(),
    updatedBy: uuid('updated_by')
      .notNull()
      .references(() => accounts.id),
    /** The last change was made by the hub itself, when a colleague withdrew a proposal; `updated_by` is who had taken it. */
    isChangedByHub: boolean('is_changed_by_hub').notNull().default(false),
    approvedBy: uuid('approved_by').references(() => accounts.id),
    /** The content that was approved. */
    approvedHash: text('approved_hash'),
    comment: text('comment'),
  },
  (table) => [index('drafts_by_state').on(table.state, table.updatedAt)],
);

/** Who wrote any part of a draft, or handed it in: none of them may approve it. */
export const draftAuthors = pgTable(
  'draft_authors',
  {
    draft: uuid('draft')
      .notNull()
      .references(() => packDrafts.id),
    account: uuid('account')
      .notNull()
      .references(() => accounts.id),
  },
  (table) => [primaryKey({ columns: [table.draft, table.account] })],
);
