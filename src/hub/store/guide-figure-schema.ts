import { date, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { StoredGuideHealth } from './json-columns.ts';

/** People who finished a guide and are in no other row of it, week by week, rounded down. No person can be read from it. */
export const guideThanks = pgTable(
  'guide_thanks',
  {
    pack: text('pack').notNull(),
    guide: text('guide').notNull(),
    /** Those who finished it before this Monday. */
    week: date('week').notNull(),
    people: integer('people').notNull(),
  },
  (table) => [primaryKey({ columns: [table.pack, table.guide, table.week] })],
);

/** How a version of a guide fares with people, in shares as words, week by week. Each person is in one row of a version of a guide. */
export const guideHealth = pgTable(
  'guide_health',
  {
    pack: text('pack').notNull(),
    guide: text('guide').notNull(),
    version: integer('version').notNull(),
    /** It covers what arrived before this Monday. */
    week: date('week').notNull(),
    health: jsonb('health').$type<StoredGuideHealth>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.pack, table.guide, table.version, table.week] })],
);
