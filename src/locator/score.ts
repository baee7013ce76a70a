import { type Compared, type FeatureName, featureNames } from './features.ts';
import type { PageModel, Seen } from './page-model.ts';

/** First guesses, to be replaced by learnt ones. */
const weights: Partial<Record<FeatureName, number>> = {
  role: 1,
  roleKin: 0.4,
  tag: 0.6,
  type: 0.6,
  typeConflict: -1,
  key: 2.5,
  name: 2.5,
  nameConflict: -3,
  nameConflictForeign: -0.3,
  nameOneSide: -0.8,
  text: 1,
  textConflict: -0.5,
  hint: 0.7,
  hintConflict: -0.5,
  cross: 0.8,
  ids: 1.6,
  idsConflict: -0.4,
  href: 2,
  hrefConflict: -1,
  classes: 0.8,
  around: 0.6,
  icon: 1.2,
  iconConflict: -0.6,
  row: 2,
  rowConflict: -1.5,
  column: 0.6,
  columnConflict: -0.6,
  section: 0.8,
  sectionConflict: -0.4,
  before: 0.8,
  after: 0.8,
  form: 0.5,
  path: 0.8,
  parent: 0.3,
  inside: 0.6,
  landmark: 0.4,
  x: 0.4,
  y: 0.4,
  w: 0.6,
  h: 0.4,
  nth: 0.4,
  siblings: 0.2,
  nthOfRole: 0.4,
  ofRole: 0.2,
  aligned: 2,
  claimed: -2.5,
  between: 0.6,
  beyond: 0.6,
  expectedX: 0.6,
  expectedY: 0.6,
  alignedElsewhere: -1.5,
  bestName: 0.6,
  bestIds: 0.4,
  bestHref: 0.6,
  bestRow: 0.6,
  bestIcon: 0.3,
  bestText: 0.3,
  bestBefore: 0.3,
  onlyKey: 0.8,
};
const vector = Float32Array.from(featureNames, (name) => weights[name] ?? 0);

export interface Ranked {
  seen: Seen;
  score: number;
  row: Float32Array;
}

/** The controls of a page, likeliest first. */
export function rank({ rows }: Compared, model: PageModel): Ranked[] {
  return rows
    .map((row, i) => ({ seen: model.seen[i]!, row, score: row.reduce((sum, value, k) => sum + value * vector[k]!, 0) }))
    .sort((a, b) => b.score - a.score);
}

/** How likely the first of the ranked is right, given its score and the best that is not in the same place. */
export function confidenceOf(ranked: readonly Ranked[]): { confidence: number; rival: Ranked | undefined } {
  const first = ranked[0];
  if (!first) return { confidence: 0, rival: undefined };
  const rival = ranked.find((other) => !samePlace(first.seen, other.seen));
  const margin = Math.min(6, first.score - (rival?.score ?? first.score - 6));
  return { confidence: 1 / (1 + Math.exp(-(0.9 * margin + 0.35 * (first.score - 12)))), rival };
}

/** The same control seen twice: one inside the other with half of its area, or nearly the same box. */
export function samePlace(a: Seen, b: Seen): boolean {
  const w = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x);
  const h = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y);
  if (w <= 0 || h <= 0) return false;
  const overlap = (w * h) / (a.w * a.h + b.w * b.h - w * h);
  return overlap >= 0.85 || (overlap >= 0.5 && (a.element.contains(b.element) || b.element.contains(a.element)));
}
