import { type Candidate, samePlace } from '../page/candidate.ts';
import type { FeatureRow } from './features.ts';
import { confidenceWeights, rankWeights } from './weights.ts';

/** A candidate with its score; "none of them" scores 0. */
export interface Ranked {
  candidate: Candidate;
  score: number;
  row: FeatureRow;
}

/** The controls of a page, likeliest first. */
export const rankCandidates = (rows: readonly FeatureRow[], among: readonly Candidate[], weights = rankWeights): Ranked[] =>
  rows
    .map((row, i) => ({ candidate: among[i]!, row, score: weightedSum(Object.values(row), weights) }))
    .sort((a, b) => b.score - a.score);

/** Sum of numbers by their weights, which are tenths; the last stands alone. */
export const weightedSum = (numbers: readonly number[], weights: readonly number[]): number =>
  numbers.reduce((sum, number, k) => sum + number * weights[k]!, weights.at(-1)!) / 10;

/** How likely the first of the ranked is right. */
export const confidenceOf = (ranked: readonly Ranked[]): number =>
  1 / (1 + Math.exp(-weightedSum(confidenceInputsFor(ranked), confidenceWeights)));

/** The best that is not in the place of the first. */
export const rivalOf = ([first, ...others]: readonly Ranked[]): Ranked | undefined =>
  others.find(({ candidate }) => !samePlace(first!.candidate, candidate));

/** What speaks for and against taking the first of the ranked. */
export function confidenceInputsFor(ranked: readonly Ranked[]): number[] {
  const { candidate, score, row } = ranked[0]!;
  let own = 0;
  let all = Math.exp(-score);
  for (const other of ranked) {
    const part = Math.exp(other.score - score);
    all += part;
    if (samePlace(candidate, other.candidate)) own += part;
  }
  return confidenceInputsOf(row, score, score - (rivalOf(ranked)?.score ?? -99), own / all);
}

/**
 * What confidence is made of: the score, its lead over the best in another place, the share of the first among all and "none of them".
 * One strong doubt must count whatever else agrees, so doubts that ranking has weighed are weighed again, and some are put together: a
 * name that changed is a doubt only where no address or identifier stayed.
 */
export function confidenceInputsOf(row: FeatureRow, score: number, lead: number, share: number): number[] {
  // What many share is no identifier of any of them.
  const proof = Math.max(Math.min(row.ids, row.bestIds), Math.min(row.href, row.bestHref));
  // The only one of its name: on the page, or in the row it stands in.
  const sole = Math.max(row.onlyKey, row.key * row.bestRow * Math.min(1, 3 * row.row));
  const unidentified = 1 - Math.max(proof, row.row, row.icon);
  return [
    Math.min(2, score / 5),
    Math.min(2, lead / 4),
    Math.log((share + 1e-4) / (1 - share + 1e-4)) / 4,
    row.alignedKept, // steady
    row.skeleton,
    row.foreign,
    sole,
    row.bestLabel * (1 - row.key), // labelled
    (1 - row.familiar) * unidentified * (1 - row.alignedKept), // blindNot
    row.nameNot * (1 - proof), // renamedNot
    row.idsNot * (1 - row.key) * (1 - row.href), // strangerNot
    row.nameHalf * (1 - Math.max(proof, row.icon)), // namedNot
    row.iconNot * (1 - row.name) * (1 - proof), // iconOnlyNot
    row.roleNot,
    row.rowNot * (1 - sole),
    row.otherRowNot,
    row.nameElsewhereNot,
  ];
}
