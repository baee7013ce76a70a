import { and, count, desc, gte, lt, sql } from 'drizzle-orm';
import { answerFigures, answerWeeks } from '../store/answer-schema.ts';
import { installs } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { computeFigure, MIN_PEOPLE } from './figure.ts';
import { computeGuideHealth } from './guide-health/compute-guide-health.ts';
import { findNewcomers, forgetParticipants, noteParticipants } from './participants.ts';
import { countPeople } from './people.ts';
import { type QuestionRef, questionKey, readAnsweredQuestions, readContributions, readOptions } from './read-contributions.ts';
import { roundDownCount } from './round-down-count.ts';
import { listableTexts, publishTexts, renewTexts } from './texts.ts';
import { computeThanks } from './thanks/compute-thanks.ts';
import { isoDay, startOfWeek } from './week.ts';

export type FigureRow = typeof answerFigures.$inferSelect;

/** What the admin has set. */
export interface FigureRules {
  installsPerPerson: number;
  /** Days that raw entries are kept. */
  retentionDays: number;
}

/** An arbitrary number, the same in every hub on one store. */
const FIGURES_LOCK_ID = 4_240_005;

const WEEK_MS = 7 * 86_400_000;

/** Computes this week's figures unless they have been computed: those of answers, and of guides. They never change within the week. */
export async function computeDueFigures(store: Store, now: Date, rules: FigureRules): Promise<void> {
  const week = startOfWeek(now);
  if (await isComputed(store, week)) return;
  await store.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${FIGURES_LOCK_ID})`);
    if (await isComputed(tx, week)) return;
    await forgetParticipants(tx, week);
    await renewTexts(tx, week, rules);
    for (const question of await readAnsweredQuestions(tx, week)) await computeIfDue(tx, { question, week, rules });
    await computeThanks(tx, { week, installsPerPerson: rules.installsPerPerson });
    await computeGuideHealth(tx, { week, installsPerPerson: rules.installsPerPerson });
    await tx.insert(answerWeeks).values({ week: isoDay(week), enrolledLately: await countEnrolledLately(tx, week) });
  });
}

/** A later week counts too: the clock may have been set back. */
async function isComputed(store: Store, week: Date): Promise<boolean> {
  const newest = await readNewestWeek(store);
  return newest !== undefined && newest.week >= isoDay(week);
}

export async function readNewestWeek(store: Store): Promise<typeof answerWeeks.$inferSelect | undefined> {
  const [newest] = await store.select().from(answerWeeks).orderBy(desc(answerWeeks.week)).limit(1);
  return newest;
}

export async function readLatestFigures(store: Store): Promise<Map<string, FigureRow>> {
  const { pack, guide, what, week } = answerFigures;
  const rows = await store.selectDistinctOn([pack, guide, what]).from(answerFigures).orderBy(pack, guide, what, desc(week));
  return new Map(rows.map((one) => [questionKey(one), one]));
}

interface DueQuestion {
  question: QuestionRef;
  week: Date;
  rules: FigureRules;
}

async function computeIfDue(store: Store, { question, week, rules }: DueQuestion): Promise<void> {
  const { app, pack, guide, what } = question;
  const contributions = await readContributions(store, question, week);
  const counted =
    what === 'words' ? await listableTexts(store, contributions, { week, retentionDays: rules.retentionDays }) : contributions;
  const newcomers = await findNewcomers(store, questionKey(question), counted);
  // A list of comments is the whole list; a number is of people who are in no other number of the question.
  const covered = what === 'words' ? counted : newcomers;
  const least = countPeople(newcomers, rules.installsPerPerson);
  if (least < MIN_PEOPLE[what]) return;
  const context = { question: questionKey(question), week: isoDay(week), options: await readOptions(store, question) };
  const figure = computeFigure(covered, { ...context, installsPerPerson: rules.installsPerPerson });
  if (!figure) return;
  const people = countPeople(covered, rules.installsPerPerson);
  await noteParticipants(store, { question: questionKey(question), week }, covered);
  if (what === 'words') await publishTexts(store, question, counted);
  const values = { app, pack, guide, what, week: isoDay(week), people, figure };
  await store
    .insert(answerFigures)
    .values(values)
    .onConflictDoUpdate({
      target: [answerFigures.pack, answerFigures.guide, answerFigures.what, answerFigures.week],
      set: values,
    });
}

/** Browsers that enrolled for the first time in the week before: many of them may be made up, to be counted later. */
async function countEnrolledLately(store: Store, week: Date): Promise<number> {
  const from = new Date(week.getTime() - WEEK_MS);
  const [found] = await store
    .select({ lately: count() })
    .from(installs)
    .where(and(gte(installs.firstEnrolledAt, from), lt(installs.firstEnrolledAt, week)));
  return roundDownCount(found?.lately ?? 0);
}
