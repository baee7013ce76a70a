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
  const questions = withPastQuestions(await countByQuestion(store, startOfWeek(now)), figures);
  const abouts = questions.map(({ pack, guide }) => ({ pack, guide, version: 0 }));
  const titlesOf = await readGuideTitles(store, abouts, languages);
  const answered = questions.map(async ({ app, pack, guide, what }): Promise<AnsweredQuestion> => {
    const { guideTitle } = titlesOf({ pack, guide, version: 0 });
    const latest = figures.get(questionKey({ pack, guide, what }));
    return {
      ...{ app, pack, guide, what },
      ...(guideTitle !== undefined && { title: guideTitle }),
      minPeople: MIN_PEOPLE[what],
      figure: latest ? await presentFigure(store, latest, titlesOf) : null,
    };
  });
  return { questions: await Promise.all(answered) };
}

/**
 * Adds the questions whose answers have all expired: their figures stay. Comments are read from the answers, so they expire with
 * them.
 */
function withPastQuestions(current: QuestionRef[], figures: ReadonlyMap<string, FigureRow>): QuestionRef[] {
  const currentKeys = new Set(current.map(questionKey));
  const past = [...figures].flatMap(([key, row]) => (currentKeys.has(key) || row.what === 'words' ? [] : row));
  if (past.length === 0) return current;
  return [...current, ...past].sort((a, b) => a.app.localeCompare(b.app) || a.pack.localeCompare(b.pack));
}

async function presentFigure(store: Store, row: FigureRow, titlesOf: GuideNamer): Promise<AnswerFigure | null> {
  const { people, week: until, figure } = row;
  switch (figure.what) {
    case 'umux-lite':
      return { ...figure, people, until };
    case 'choice':
      return { what: figure.what, people, until, options: presentOptions(row, figure.shares, titlesOf) };
    case 'words': {
      // Read anew each time, so that an erased answer disappears from here as well.
      const words = (await readLastAnswers(store, row, new Date(until))).flatMap((one) =>
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
  titlesOf: GuideNamer,
) {
  const { options = [] } = titlesOf({ pack, guide, version: 0 });
  const unnamed = Object.keys(shares).filter((id) => !options.some((one) => one.id === id));
  return [...options, ...unnamed.map((id) => ({ id }))].map((one) => ({
    ...one,
    share: Object.hasOwn(shares, one.id) ? shares[one.id]! : ('few' as const),
  }));
}
