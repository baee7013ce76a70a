import { desc } from 'drizzle-orm';
import { answerFigures } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { countBetween, countByQuestion, type QuestionRef, questionKey, readLastAnswers } from './count-answers.ts';
import { computeFigure, mayPublish } from './figure.ts';
import { isoDay, startOfWeek } from './week.ts';

export type FigureRow = typeof answerFigures.$inferSelect;

/** Computes this week's figures that may be published and that no hub has computed yet. */
export async function computeDueFigures(store: Store, now: Date): Promise<void> {
  const week = startOfWeek(now);
  const rows = await readLatestFigures(store);
  for (const question of await countByQuestion(store, week))
    if (await isDue(store, { question, latest: rows.get(questionKey(question)), week })) await storeFigure(store, question, week);
}

export async function readLatestFigures(store: Store): Promise<Map<string, FigureRow>> {
  const { pack, guide, what, week } = answerFigures;
  const rows = await store.selectDistinctOn([pack, guide, what]).from(answerFigures).orderBy(pack, guide, what, desc(week));
  return new Map(rows.map((one) => [questionKey(one), one]));
}

interface FigureState {
  question: QuestionRef & { people: number };
  latest: FigureRow | undefined;
  week: Date;
}

async function isDue(store: Store, { question, latest, week }: FigureState): Promise<boolean> {
  if (latest?.week === isoDay(week) || !mayPublish(question.what, question.people, undefined)) return false;
  const since = latest && (await countBetween(store, question, { from: new Date(latest.week), before: week }));
  return mayPublish(question.what, question.people, since);
}

/** Several hubs may compute it at once; the first row stays. */
async function storeFigure(store: Store, { app, pack, guide, what }: QuestionRef, week: Date): Promise<void> {
  const answers = await readLastAnswers(store, { pack, guide, what }, week);
  const figure = computeFigure(answers);
  if (!figure) return;
  await store
    .insert(answerFigures)
    .values({ app, pack, guide, what, week: isoDay(week), people: answers.length, figure })
    .onConflictDoNothing();
}
