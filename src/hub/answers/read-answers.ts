import type { AnsweredQuestion, AnswerFigure, AnswersPage } from '../../model/hub-api/answer-figures.ts';
import { computeDueFigures, type FigureRow, readLatestFigures } from '../aggregates/compute-due-figures.ts';
import { countByQuestion, type QuestionRef, questionKey, readLastAnswers } from '../aggregates/count-answers.ts';
import { MIN_PEOPLE } from '../aggregates/figure.ts';
import { startOfWeek } from '../aggregates/week.ts';
import { readGuideTitles } from '../store/guide-titles.ts';
import type { Store } from '../store/store.ts';

type GuideNamer = Awaited<ReturnType<typeof readGuideTitles>>;

/** Every answered question with its figure, if one may be shown. */
export async function readAnswers(
  store: Store,
  { now, languages }: { now: Date; languages: readonly string[] },
): Promise<AnswersPage> {
  await computeDueFigures(store, now);
  const figures = await readLatestFigures(store);
  const asked = withPastQuestions(await countByQuestion(store, startOfWeek(now)), figures);
  const abouts = asked.map(({ pack, guide }) => ({ pack, guide, version: 0 }));
  const name = await readGuideTitles(store, abouts, languages);
  const questions = asked.map(async ({ app, pack, guide, what }): Promise<AnsweredQuestion> => {
    const { guideTitle } = name({ pack, guide, version: 0 });
    const held = figures.get(questionKey({ pack, guide, what }));
    return {
      ...{ app, pack, guide, what },
      ...(guideTitle !== undefined && { title: guideTitle }),
      minPeople: MIN_PEOPLE[what],
      figure: held ? await presentFigure(store, held, name) : null,
    };
  });
  return { questions: await Promise.all(questions) };
}

/**
 * Adds the questions whose answers have all expired: their figures stay. Comments are read from the answers, so they expire with
 * them.
 */
function withPastQuestions(asked: QuestionRef[], figures: ReadonlyMap<string, FigureRow>): QuestionRef[] {
  const living = new Set(asked.map(questionKey));
  const outlived = [...figures].flatMap(([key, held]) => (living.has(key) || held.what === 'words' ? [] : held));
  if (outlived.length === 0) return asked;
  return [...asked, ...outlived].sort((a, b) => a.app.localeCompare(b.app) || a.pack.localeCompare(b.pack));
}

async function presentFigure(store: Store, held: FigureRow, name: GuideNamer): Promise<AnswerFigure | null> {
  const { people, week: until, figure } = held;
  switch (figure.what) {
    case 'umux-lite':
      return { ...figure, people, until };
    case 'choice':
      return { what: figure.what, people, until, options: presentOptions(held, figure.shares, name) };
    case 'words': {
      // Read anew each time, so that an erased answer disappears from here as well.
      const words = (await readLastAnswers(store, held, new Date(until))).flatMap((one) =>
        one.what === 'words' ? one.words : [],
      );
      if (words.length < MIN_PEOPLE.words) return null;
      // Sorted alphabetically, because the order of arrival could reveal who answered when.
      return { what: figure.what, people: words.length, until, words: words.sort((one, other) => one.localeCompare(other)) };
    }
  }
}

/**
 * All options in the pack's order, also those that nobody chose; then options that no published version of the pack has, by their
 * id.
 */
function presentOptions(
  { pack, guide }: FigureRow,
  shares: Extract<FigureRow['figure'], { what: 'choice' }>['shares'],
  name: GuideNamer,
) {
  const { options = [] } = name({ pack, guide, version: 0 });
  const unnamed = Object.keys(shares).filter((id) => !options.some((one) => one.id === id));
  return [...options, ...unnamed.map((id) => ({ id }))].map((one) => ({
    ...one,
    share: Object.hasOwn(shares, one.id) ? shares[one.id]! : ('few' as const),
  }));
}
