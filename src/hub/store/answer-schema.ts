import { date, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { StoredFigure } from './json-columns.ts';

/** Figures computed from the answers to a question, once a week and never again. No single answer can be read from them. */
export const answerFigures = pgTable(
  'answer_figures',
  {
    pack: text('pack').notNull(),
    guide: text('guide').notNull(),
    what: text('what', { enum: ['umux-lite', 'choice', 'words'] }).notNull(),
    /** The figure covers answers that arrived before this Monday. */
    week: date('week').notNull(),
    app: text('app').notNull(),
    people: integer('people').notNull(),
    figure: jsonb('figure').$type<StoredFigure>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.pack, table.guide, table.what, table.week] })],
);

/** The weeks whose figures have been computed. */
export const answerWeeks = pgTable('answer_weeks', {
  /** The Monday before which answers must have arrived. */
  week: date('week').primaryKey(),
  /** Installs that enrolled for the first time in the week before it, rounded down to a coarse step. */
  enrolledLately: integer('enrolled_lately').notNull(),
});

/** Who has been counted in the latest figures of a question or a guide: marks from which neither person nor install can be read. */
export const answerParticipants = pgTable('answer_participants', {
  mark: text('mark').primaryKey(),
  /** The week of the last figure that counted this person. */
  week: date('week').notNull(),
});

/** The comments that the desk lists, as copied at the last weekly snapshot. */
export const answerTexts = pgTable(
  'answer_texts',
  {
    /** The answer that it was copied from. */
    entry: uuid('entry').primaryKey(),
    app: text('app').notNull(),
    pack: text('pack').notNull(),
    guide: text('guide').notNull(),
    /** Random, and made anew with each snapshot. */
    position: uuid('position').notNull(),
    /** null: withdrawn, and never listed again. */
    text: text('text'),
  },
  (table) => [index('texts_by_question').on(table.pack, table.guide)],
);
