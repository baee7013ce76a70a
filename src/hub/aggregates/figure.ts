import { type Answer, umuxLiteScore } from '../../model/entry/answer.ts';
import type { Share } from '../../model/hub-api/answer-figures.ts';
import type { StoredFigure } from '../store/json-columns.ts';
import { meanInterval } from './interval.ts';

/** Fewest people who must have answered before a figure is shown. Ratings reveal least about a person, so fewer are enough. */
export const MIN_PEOPLE: Record<Answer['what'], number> = { 'umux-lite': 5, choice: 10, words: 10 };

/** A share is shown only if it covers at least this many people. */
const MIN_PEOPLE_PER_SHARE = 5;

/**
 * A figure needs enough people, and changes only after enough new answers, so that the difference reveals nobody's answer. `since` is
 * the number of people who answered since the last figure. The total is no substitute for it: while some answer, the answers of others
 * expire.
 */
export const mayPublish = (what: Answer['what'], people: number, since: number | undefined): boolean =>
  people >= MIN_PEOPLE[what] && (since === undefined || since >= MIN_PEOPLE[what]);

/**
 * Computes a figure from the latest answer of each person; all answers are of one kind. Undefined for ratings that are all equal.
 */
export function computeFigure(answers: readonly Answer[]): StoredFigure | undefined {
  const ratings = answers.filter((one) => one.what === 'umux-lite');
  if (ratings.length > 0) return computeScore(ratings.map(umuxLiteScore));
  const chosen = answers.filter((one) => one.what === 'choice').map(({ option }) => option);
  return chosen.length > 0 ? { what: 'choice', shares: computeShares(chosen) } : { what: 'words' };
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
function computeShares(chosen: readonly string[]): Record<string, Share> {
  const counts = new Map<string, number>();
  for (const option of chosen) counts.set(option, (counts.get(option) ?? 0) + 1);
  const shares = new Map([...counts].map(([option, count]) => [option, roundShare(count, chosen.length)]));
  const isAlone = [...shares.values()].filter((one) => one === 'few').length === 1;
  const plain = [...counts].filter(([option]) => typeof shares.get(option) === 'number').sort(([, a], [, b]) => a - b);
  if (isAlone && plain[0] && plain.length > 1) shares.set(plain[0][0], 'withheld');
  return Object.fromEntries(shares);
}

function roundShare(count: number, of: number): Share {
  const percent = Math.round((count / of) * 20) * 5;
  if (count < MIN_PEOPLE_PER_SHARE || percent === 0) return 'few';
  return of - count < MIN_PEOPLE_PER_SHARE || percent === 100 ? 'most' : percent;
}
