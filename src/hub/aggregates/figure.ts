import { type Answer, umuxLiteScore } from '../../model/entry/answer.ts';
import type { Share } from '../../model/hub-api/answer-figures.ts';
import type { StoredFigure } from '../store/json-columns.ts';
import { meanInterval } from './interval.ts';

/** So many people have to answer before anything is shown: fewer for ratings, which tell least of a person. */
export const MIN_PEOPLE: Record<Answer['what'], number> = { 'umux-lite': 5, choice: 10, words: 10 };

/** No share tells of fewer people than this. */
const MIN_PEOPLE_PER_SHARE = 5;

/**
 * Figures are made of enough people, and move only when so many have answered since the last that the difference tells of nobody.
 * How many there are in all says nothing of that: as some answer, others' answers are no longer kept.
 */
export const mayPublish = (what: Answer['what'], people: number, since: number | undefined): boolean =>
  people >= MIN_PEOPLE[what] && (since === undefined || since >= MIN_PEOPLE[what]);

/** What may be told of the answers, one of each person; they are enough of them, and of one kind. Of ratings that are all alike, nothing. */
export function computeFigure(answers: readonly Answer[]): StoredFigure | undefined {
  const ratings = answers.filter((one) => one.what === 'umux-lite');
  if (ratings.length > 0) return computeScore(ratings.map(umuxLiteScore));
  const chosen = answers.filter((one) => one.what === 'choice').map(({ option }) => option);
  return chosen.length > 0 ? { what: 'choice', shares: computeShares(chosen) } : { what: 'words' };
}

function computeScore(scores: readonly number[]): StoredFigure | undefined {
  const { mean, low, high } = meanInterval(scores);
  // The mean would be what each of them said; and that all agree is no reason to be so sure.
  if (low === high) return undefined;
  const point = (value: number) => Math.min(100, Math.max(0, Math.round(value)));
  return { what: 'umux-lite', score: point(mean), low: point(low), high: point(high) };
}

/**
 * | an option that                                                  | reads             |
 * |-----------------------------------------------------------------|-------------------|
 * | fewer than 5 people chose, or less than a 2.5 % share            | few               |
 * | all but so many chose                                            | most              |
 * | is the smallest left where just one reads "few", of three or more | withheld          |
 * | any other                                                       | a multiple of 5 % |
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
