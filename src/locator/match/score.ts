import type { Candidate } from '../page/candidate.ts';
import { isSameToPeople } from '../page/same-control.ts';
import { type ConfidenceInputs, confidenceInputsOf } from './confidence-inputs.ts';
import type { FeatureRow } from './feature-row.ts';
import { type Weights, weightedSumBy } from './weighted-sum.ts';
import { confidenceWeights, rankWeights } from './weights.ts';

/** On apps not learnt from, fewer than one in a hundred controls that had been removed were mistaken at this confidence (docs/build/locator.md). */
export const CONFIDENCE_THRESHOLD = 0.9;

/** Confidence in the only control about which everything is as it was. */
export const SOLE_MATCH_CONFIDENCE = 0.97;

/** Between candidates whose scores are closer than this nothing decides. */
export const UNDECIDED_LEAD = 1.5;

/** Everything that is learnt: what decides which candidate is best, and what decides how sure that is. */
export interface LocatorWeights {
  rank: Weights<FeatureRow>;
  confidence: Weights<ConfidenceInputs>;
}

export const SHIPPED_WEIGHTS: LocatorWeights = { rank: rankWeights, confidence: confidenceWeights };

/** Score of a page without any other candidate: far below every real one. */
const NO_RIVAL_SCORE = -99;

/** A candidate with its score; "none of them" scores 0. */
export interface Ranked {
  candidate: Candidate;
  score: number;
  row: FeatureRow;
}

/** The controls of a page, likeliest first. */
export function rankCandidates(
  rows: readonly FeatureRow[],
  candidates: readonly Candidate[],
  weights: Weights<FeatureRow> = rankWeights,
): Ranked[] {
  const scoreOf = weightedSumBy(weights);
  return rows.map((row, i) => ({ candidate: candidates[i]!, row, score: scoreOf(row) })).sort((a, b) => b.score - a.score);
}

/** How likely the first of the ranked is right, from 0 to 1. */
export const confidenceOf = (ranked: readonly Ranked[], weights: Weights<ConfidenceInputs> = confidenceWeights): number =>
  confidenceFrom(confidenceInputsFor(ranked), weights);

/** The same from what it is made of. */
export const confidenceFrom = (inputs: ConfidenceInputs, weights: Weights<ConfidenceInputs>): number =>
  1 / (1 + Math.exp(-weightedSumBy(weights)(inputs)));

/** The best that is another control to people than the first. */
export const rivalOf = ([first, ...others]: readonly Ranked[]): Ranked | undefined =>
  others.find(({ candidate }) => !isSameToPeople(first!.candidate, candidate));

/** What speaks for and against taking the first of the ranked. */
export function confidenceInputsFor(ranked: readonly Ranked[]): ConfidenceInputs {
  const { candidate, score, row } = ranked[0]!;
  let own = 0;
  let all = Math.exp(-score);
  for (const other of ranked) {
    const chance = Math.exp(other.score - score);
    all += chance;
    if (isSameToPeople(candidate, other.candidate)) own += chance;
  }
  return confidenceInputsOf(row, { score, lead: score - (rivalOf(ranked)?.score ?? NO_RIVAL_SCORE), share: own / all });
}
