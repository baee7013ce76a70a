import { desc } from 'drizzle-orm';
import { answerFigures } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { type Asked, countByQuestion, countSince, keyOf, lastAnswers } from './answers-to.ts';
import { figureOf, mayMove } from './figure.ts';
import { dayOf, weekOf } from './week.ts';

export type Held = typeof answerFigures.$inferSelect;

/** Makes this week's figures, where they may be told and nobody has made them: once a week, by whoever comes first. */
export async function makeDueFigures(store: Store, now: Date): Promise<void> {
  const week = weekOf(now);
  const held = await newestFigures(store);
  for (const asked of await countByQuestion(store, week))
    if (await isDue(store, { asked, held: held.get(keyOf(asked)), week })) await makeFigure(store, asked, week);
}

export async function newestFigures(store: Store): Promise<Map<string, Held>> {
  const { pack, guide, what, week } = answerFigures;
  const held = await store.selectDistinctOn([pack, guide, what]).from(answerFigures).orderBy(pack, guide, what, desc(week));
  return new Map(held.map((one) => [keyOf(one), one]));
}

interface Standing {
  asked: Asked & { people: number };
  held: Held | undefined;
  week: Date;
}

async function isDue(store: Store, { asked, held, week }: Standing): Promise<boolean> {
  if (held?.week === dayOf(week) || !mayMove(asked.what, asked.people, undefined)) return false;
  const since = held && (await countSince(store, asked, { from: new Date(held.week), before: week }));
  return mayMove(asked.what, asked.people, since);
}

/** Several hubs may make it at once: the first one's stays. */
async function makeFigure(store: Store, { app, pack, guide, what }: Asked, week: Date): Promise<void> {
  const answers = await lastAnswers(store, { pack, guide, what }, week);
  const figure = figureOf(answers);
  if (!figure) return;
  await store
    .insert(answerFigures)
    .values({ app, pack, guide, what, week: dayOf(week), people: answers.length, figure })
    .onConflictDoNothing();
}
