import { doubtsOf } from './doubts.ts';
import type { Row } from './features.ts';
import { holds } from './holds.ts';
import type { Seen } from './seen.ts';
import { confidenceWeights, rankWeights } from './weights.ts';

/** A candidate with its score; "none of them" scores 0. */
export interface Ranked {
  seen: Seen;
  score: number;
  row: Row;
}

/** The controls of a page, likeliest first. */
export function rank(rows: readonly Row[], among: readonly Seen[], weights = rankWeights): Ranked[] {
  return rows
    .map((row, i) => ({ seen: among[i]!, row, score: weigh(Object.values(row), weights) }))
    .sort((a, b) => b.score - a.score);
}

/** Sum of numbers by their weights; the last weight stands alone. */
function weigh(numbers: readonly number[], weights: readonly number[]): number {
  let sum = weights[numbers.length]!;
  for (let k = 0; k < numbers.length; k++) sum += numbers[k]! * weights[k]!;
  return sum;
}

/** What speaks for and against taking the first of the ranked, and the best that is not in the same place. */
export function weighFirst(ranked: readonly Ranked[]): { doubts: ReturnType<typeof doubtsOf>; rival: Ranked | undefined } {
  const first = ranked[0]!;
  const top = Math.max(0, first.score);
  let own = 0;
  let all = Math.exp(-top);
  let rival: Ranked | undefined;
  for (const other of ranked) {
    const part = Math.exp(other.score - top);
    all += part;
    if (other === first || samePlace(first.seen, other.seen)) own += part;
    else rival ??= other;
  }
  const margin = rival ? Math.min(12, first.score - rival.score) : 12;
  return { doubts: doubtsOf({ score: first.score, margin, share: own / all, row: first.row }), rival };
}

/** How likely the first of the ranked is right. */
export function confidenceOf(
  ranked: readonly Ranked[],
  weights = confidenceWeights,
): { confidence: number; rival: Ranked | undefined } {
  if (!ranked.length) return { confidence: 0, rival: undefined };
  const { doubts, rival } = weighFirst(ranked);
  return { confidence: 1 / (1 + Math.exp(-weigh(Object.values(doubts), weights))), rival };
}

/** The same control seen twice: one inside the other with half of its area, or nearly the same box. */
export function samePlace(a: Seen, b: Seen): boolean {
  const w = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x);
  const h = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y);
  if (w <= 0 || h <= 0) return false;
  const overlap = (w * h) / (a.w * a.h + b.w * b.h - w * h);
  return overlap >= 0.85 || (overlap >= 0.5 && (holds(a, b) || holds(b, a)));
}
