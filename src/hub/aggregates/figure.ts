import { type Answer, umuxLiteScore } from '../../model/entry/answer.ts';
import type { Share } from '../../model/hub-api/answer-figures.ts';
import type { StoredFigure } from '../store/json-columns.ts';
import { meanInterval } from './interval.ts';
import { type Contributor, countPeople } from './people.ts';

/** Fewest people who must have answered before a figure is shown. Ratings reveal least about a person, so fewer are enough. */
export const MIN_PEOPLE: Record<Answer['what'], number> = { 'umux-lite': 5, choice: 10, words: 10 };

/** A share is shown only if it covers at least this many people. */
const MIN_PEOPLE_PER_SHARE = 5;

/**
 * A figure needs enough people, and enough of them who were in none before, so that the difference of two figures reveals nobody's
 * answer. The total is no substitute for the newcomers: while some answer, the answers of others expire.
 */
export const mayPublish = (what: Answer['what'], people: number, newcomers: number): boolean =>
  people >= MIN_PEOPLE[what] && newcomers >= MIN_PEOPLE[what];

export interface AnswerOfContributor extends Contributor {
  answer: Answer;
}

/**
 * Computes a figure from the latest answer of each contributor; all answers are of one kind. Undefined for ratings that are all equal.
 */
export function computeFigure(answers: readonly AnswerOfContributor[], installsPerPerson: number): StoredFigure | undefined {
  const ratings = answers.flatMap(({ answer }) => (answer.what === 'umux-lite' ? umuxLiteScore(answer) : []));
  if (ratings.length > 0) return computeScore(ratings);
  const isChoice = answers.some(({ answer }) => answer.what === 'choice');
  return isChoice ? { what: 'choice', shares: computeShares(answers, installsPerPerson) } : { what: 'words' };
}

function computeScore(scores: readonly number[]): StoredFigure | undefined {
  const { mean, low, high } = meanInterval(scores);
  // Equal ratings would reveal what each person answered, and their interval would have no width.
  if (low === high) return undefined;
  const point = (value: number) => Math.min(100, Math.max(0, Math.round(value)));
  return { what: 'umux-lite', score: point(mean), low: point(low), high: point(high) };
}

/**
 * | an option that                                                       | reads             |
 * |----------------------------------------------------------------------|-------------------|
 * | fewer than 5 people chose, or whose share is under 2.5 %              | few               |
 * | all but fewer than 5 people chose, or whose share is 97.5 % or more   | most              |
 * | has the smallest remaining share, if exactly one option reads "few"   | withheld          |
 * | is none of these                                                     | a multiple of 5 % |
 *
 * Withholding a second share prevents that the one that reads "few" is derived from the others.
 */
function computeShares(answers: readonly AnswerOfContributor[], installsPerPerson: number): Record<string, Share> {
  const choosers = new Map<string, AnswerOfContributor[]>();
  for (const one of answers)
    if (one.answer.what === 'choice') choosers.set(one.answer.option, [...(choosers.get(one.answer.option) ?? []), one]);
  const shareOf = (option: string, own: readonly AnswerOfContributor[]): Share => {
    const others = answers.filter(({ answer }) => answer.what === 'choice' && answer.option !== option);
    const percent = Math.round((own.length / answers.length) * 20) * 5;
    if (countPeople(own, installsPerPerson) < MIN_PEOPLE_PER_SHARE || percent === 0) return 'few';
    return countPeople(others, installsPerPerson) < MIN_PEOPLE_PER_SHARE || percent === 100 ? 'most' : percent;
  };
  const shares = new Map([...choosers].map(([option, own]) => [option, shareOf(option, own)]));
  const isAlone = [...shares.values()].filter((one) => one === 'few').length === 1;
  const plain = [...choosers]
    .filter(([option]) => typeof shares.get(option) === 'number')
    .sort(([, a], [, b]) => a.length - b.length);
  if (isAlone && plain[0] && plain.length > 1) shares.set(plain[0][0], 'withheld');
  return Object.fromEntries(shares);
}
