import type { FeatureRow } from '../../../../src/locator/match/feature-row.ts';
import type { Weights } from '../../../../src/locator/match/weighted-sum.ts';
import type { SearchExample } from './examples.ts';
import { familyOf, shuffled, stepper } from './learning.ts';
import { namedWeights } from './named-weights.ts';
import { featureNames, priors, signOf } from './priors.ts';
import { rounded } from './rounded.ts';

const count = featureNames.length;
const signs = featureNames.map(signOf);

/**
 * Learn one weight a feature and a bias, so that the right control is likeliest among all candidates and "none of them" (a score of
 * 0), and "none" where it is gone: listwise softmax, Adam, each weight held to the sign that its feature has by its meaning.
 */
export function learnRanking(
  examples: readonly SearchExample[],
  { epochs = 14, rate = 0.012, decay = 5e-3 } = {},
): Weights<FeatureRow> {
  const weights = Float64Array.from([...featureNames.map((name) => priors[name]), -4]);
  const slope = new Float64Array(count + 1);
  const share = shareOfFamilies(examples);
  const batch = 16;
  const step = stepper(weights, epochs * Math.ceil(examples.length / batch), rate, decay);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = shuffled(examples.length, epoch + 1);
    for (let from = 0; from < order.length; from += batch) {
      slope.fill(0);
      const some = order.slice(from, from + batch);
      for (const at of some) addSlope(examples[at]!, weights, slope, share.get(familyOf(examples[at]!.app))! / some.length);
      step(slope);
      for (let k = 0; k < count; k++) if (signs[k] && weights[k]! * signs[k]! < 0) weights[k] = 0;
    }
  }
  return namedWeights<FeatureRow>(featureNames, rounded(weights));
}

/** Apps with few controls count for more each, or the largest would be learnt alone. */
function shareOfFamilies(examples: readonly SearchExample[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { app } of examples) counts.set(familyOf(app), (counts.get(familyOf(app)) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return new Map([...counts].map(([family, its]) => [family, Math.sqrt(most / its)]));
}

function scoreOf(row: readonly number[], weights: Float64Array): number {
  let score = weights[count]!;
  for (let k = 0; k < count; k++) score += weights[k]! * row[k]!;
  return score;
}

function addSlope({ numbers: rows, right }: SearchExample, weights: Float64Array, slope: Float64Array, share: number): void {
  const scores = rows.map((row) => scoreOf(row, weights));
  const top = Math.max(0, ...scores);
  const parts = scores.map((score) => Math.exp(score - top));
  const none = Math.exp(-top);
  const all = parts.reduce((sum, part) => sum + part, none);
  const good = right.size ? [...right].reduce((sum, at) => sum + parts[at]!, 0) : none;
  rows.forEach((row, at) => {
    const error = (parts[at]! / all - (right.has(at) ? parts[at]! / good : 0)) * share;
    if (Math.abs(error) < 1e-4) return;
    for (let k = 0; k < count; k++) slope[k]! += error * row[k]!;
    slope[count]! += error;
  });
}
