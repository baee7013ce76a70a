import { type Answer, umuxLiteScore } from '../../model/entry/answer.ts';
import type { StoredFigure } from '../store/json-columns.ts';
import { presentWeek, publishRatings, publishWeek } from './gateway/publish-week.ts';
import type { Contributor } from './people.ts';

/**
 * Fewest people who must have answered before a figure is shown. Ratings reveal least about a person, so fewer are enough. A choice needs
 * more than the threshold of its shares: of fewer people, no percentage fits three counts.
 */
export const MIN_PEOPLE: Record<Answer['what'], number> = { 'umux-lite': 5, choice: 27, words: 10 };

/** Fewest people whom a share and its remainder cover. */
const MIN_PEOPLE_PER_SHARE = 10;

export interface AnswerOfContributor extends Contributor {
  answer: Answer;
}

export interface FigureContext {
  /** The question, by its key. */
  question: string;
  /** The Monday before which the answers arrived. */
  week: string;
  /** All options of a choice that are known. */
  options: readonly string[];
  installsPerPerson: number;
}

/**
 * Computes a figure from one answer of each contributor; all answers are of one kind. The contributors are in no other figure of the
 * question: so nothing can be derived from two of its figures. Undefined if the gateway lets nothing through.
 */
export function computeFigure(answers: readonly AnswerOfContributor[], context: FigureContext): StoredFigure | undefined {
  const ratings = answers.flatMap(({ answer }) => (answer.what === 'umux-lite' ? umuxLiteScore(answer) : []));
  if (ratings.length > 0) {
    const score = publishRatings(ratings);
    return score && { what: 'umux-lite', ...score };
  }
  const isChoice = answers.some(({ answer }) => answer.what === 'choice');
  return isChoice ? computeShares(answers, context) : { what: 'words' };
}

/** Options that nobody chose are columns too: that one is left out would say that nobody chose it. */
function computeShares(answers: readonly AnswerOfContributor[], context: FigureContext): StoredFigure | undefined {
  const { question, week, options, installsPerPerson } = context;
  const people = answers.flatMap(({ install, person, answer }) =>
    answer.what === 'choice' ? [{ install, person, group: [], column: answer.option }] : [],
  );
  const columns = [...new Set([...options, ...people.map(({ column }) => column)])];
  const [edition] = publishWeek({
    week,
    statistics: [{ id: question, population: question, measures: [question], columns, people }],
    editions: [],
    thresholds: { minPeople: MIN_PEOPLE_PER_SHARE, installsPerPerson },
  });
  if (!edition) return undefined;
  const { shares } = presentWeek(edition)[0]!;
  return { what: 'choice', shares: Object.fromEntries(columns.map((option, nth) => [option, shares[nth]!])) };
}
