import type { AnswerTexts } from '../../model/hub-api/answer-figures.ts';
import { computeDueFigures, type FigureRules, readLatestFigures } from '../aggregates/compute-due-figures.ts';
import { readTexts } from '../aggregates/texts.ts';
import type { Store } from '../store/store.ts';

/** The comments of every question whose list stands, in the random order of the week. */
export async function readAnswerTexts(store: Store, { now, rules }: { now: Date; rules: FigureRules }): Promise<AnswerTexts> {
  await computeDueFigures(store, now, rules);
  const figures = await readLatestFigures(store);
  const listed = [...figures.values()].filter(({ figure }) => figure.what === 'words');
  const questions = listed.map(async ({ pack, guide }) => ({ pack, guide, words: await readTexts(store, { pack, guide }) }));
  return { questions: await Promise.all(questions) };
}
