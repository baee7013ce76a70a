import { eq } from 'drizzle-orm';
import type { AnsweredQuestion, AnswerFigure, AnswersPage } from '../../model/hub-api/answer-figures.ts';
import {
  computeDueFigures,
  type FigureRow,
  type FigureRules,
  readLatestFigures,
  readNewestWeek,
} from '../aggregates/compute-due-figures.ts';
import { MIN_PEOPLE } from '../aggregates/figure.ts';
import { type QuestionRef, questionKey } from '../aggregates/read-contributions.ts';
import { hasTexts } from '../aggregates/texts.ts';
import { readGuideTitles } from '../store/guide-titles.ts';
import { questions as questionTable } from '../store/schema.ts';
import type { Store } from '../store/store.ts';

type GuideNamer = Awaited<ReturnType<typeof readGuideTitles>>;

interface AnswersOptions {
  now: Date;
  languages: readonly string[];
  rules: FigureRules;
}

/**
 * Every published question, and every other question that has a figure, each with its figure. Nothing in it depends on what arrived since
 * Monday, or on how many answered below the number that a figure needs.
 */
export async function readAnswers(store: Store, { now, languages, rules }: AnswersOptions): Promise<AnswersPage> {
  await computeDueFigures(store, now, rules);
  const figures = await readLatestFigures(store);
  const questions = withPastQuestions(await readPublishedQuestions(store), figures);
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
  const enrolledLately = (await readNewestWeek(store))?.enrolledLately ?? 0;
  return {
    questions: (await Promise.all(answered)).sort(byAppAndTitle),
    installsPerPerson: rules.installsPerPerson,
    enrolledLately,
  };
}

function readPublishedQuestions(store: Store): Promise<QuestionRef[]> {
  const { app, pack, guide, what } = questionTable;
  return store.select({ app, pack, guide, what }).from(questionTable).where(eq(questionTable.isPublished, true));
}

function byAppAndTitle(one: AnsweredQuestion, other: AnsweredQuestion): number {
  const keys = ({ app, title, guide, pack, what }: AnsweredQuestion) => [app, title ?? guide, pack, guide, what];
  const [a, b] = [keys(one), keys(other)];
  return a.map((key, nth) => key.localeCompare(b[nth]!)).find((order) => order !== 0) ?? 0;
}

/** Adds the questions that are no longer published, or never were, and have a figure. */
function withPastQuestions(published: QuestionRef[], figures: ReadonlyMap<string, FigureRow>): QuestionRef[] {
  const keys = new Set(published.map(questionKey));
  return [...published, ...[...figures].flatMap(([key, row]) => (keys.has(key) ? [] : row))];
}

async function presentFigure(store: Store, row: FigureRow, titlesOf: GuideNamer): Promise<AnswerFigure | null> {
  const { people, week: until, figure } = row;
  switch (figure.what) {
    case 'umux-lite':
      return { ...figure, people, until };
    case 'choice':
      return { what: figure.what, people, until, options: presentOptions(row, figure.shares, titlesOf) };
    case 'words':
      return (await hasTexts(store, row)) ? { what: figure.what, people, until } : null;
  }
}

/**
 * All options in the pack's order; then options that no published version of the pack has, by their id. Nothing is shown of an option that
 * came with a version after the figure.
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
    share: Object.hasOwn(shares, one.id) ? shares[one.id]! : ('withheld' as const),
  }));
}
