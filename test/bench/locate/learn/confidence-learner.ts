import type { ConfidenceInputs } from '../../../../src/locator/match/confidence-inputs.ts';
import type { FeatureRow } from '../../../../src/locator/match/feature-row.ts';
import { confidenceInputsFor, rankCandidates } from '../../../../src/locator/match/score.ts';
import type { Weights } from '../../../../src/locator/match/weighted-sum.ts';
import type { SearchExample } from './examples.ts';
import { familyOf, shuffled, stepper } from './learning.ts';
import { namedWeights, valuesInOrder } from './named-weights.ts';
import { rounded } from './rounded.ts';

/** What ranking made of an example. */
export interface JudgedExample {
  example: SearchExample;
  inputs: ConfidenceInputs;
  right: boolean;
}

/** Rank the candidates of each example; pages without any are left out. */
export const judgeAll = (examples: readonly SearchExample[], weights: Weights<FeatureRow>): JudgedExample[] =>
  examples.flatMap((example) => {
    const ranked = rankCandidates(example.rows, example.candidates, weights);
    return ranked[0]
      ? [
          {
            example,
            inputs: confidenceInputsFor(ranked),
            right: example.right.has(example.candidates.indexOf(ranked[0].candidate)),
          },
        ]
      : [];
  });

/** Where weights begin and are pulled back to: another row, another kind, another name with nothing else in common is another control. */
const priors: Record<keyof ConfidenceInputs, number> = {
  score: 0.7,
  lead: 0.7,
  share: 1.5,
  alignedOnStablePage: 1,
  alignedOnSameBuild: 1,
  foreign: 0,
  soleName: 1,
  bestLabelOfUnknownName: 0.5,
  unidentifiedOnUnfamiliarPage: -1.5,
  renamedWithoutProof: -3,
  idsDifferWithoutName: -2,
  namedOnOneSideWithoutProof: -3,
  iconDiffersWithoutProof: -2,
  roleDiffers: -6,
  rowDiffersWithoutSoleName: -1.5,
  rowDiffersAmongSeveral: -2,
  nameOfOther: -2,
};
/** The order in which the learner has the inputs. */
export const inputNames = Object.keys(priors) as (keyof ConfidenceInputs)[];
/** Each weight keeps the sign of its prior; where that is 0 it may be either. */
export const signOf = (name: keyof ConfidenceInputs): number => Math.sign(priors[name]);
const signs = inputNames.map(signOf);

/** Weight of a removed control: in the pages learnt from they are as many as the others, in life they are few. */
const REMOVED_SHARE = 0.7;

/** Learn how sure to be of the best candidate: logistic regression on its inputs, each weight held to the sign of its meaning. */
export function learnConfidence(
  judged: readonly JudgedExample[],
  { epochs = 30, rate = 0.02, decay = 1e-2 } = {},
): Weights<ConfidenceInputs> {
  const weights = Float64Array.from([...inputNames.map((name) => priors[name]), -1]);
  const inputs = judged.map(({ inputs }) => [...valuesInOrder(inputNames, inputs), 1]);
  const counts = new Map<string, number>();
  for (const { example } of judged) counts.set(familyOf(example.app), (counts.get(familyOf(example.app)) ?? 0) + 1);
  const most = Math.max(...counts.values());
  const batch = 32;
  const step = stepper(weights, epochs * Math.ceil(judged.length / batch), rate, decay);
  const slope = new Float64Array(weights.length);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = shuffled(judged.length, epoch + 101);
    for (let from = 0; from < order.length; from += batch) {
      slope.fill(0);
      for (const at of order.slice(from, from + batch)) {
        const { example, right } = judged[at]!;
        const share = Math.sqrt(most / counts.get(familyOf(example.app))!) * (example.right.size ? 1 : REMOVED_SHARE);
        const error = ((confidenceIn(inputs[at]!, weights) - Number(right)) * share) / batch;
        inputs[at]!.forEach((input, k) => {
          slope[k]! += error * input;
        });
      }
      step(slope);
      for (let k = 0; k < signs.length; k++) if (weights[k]! * signs[k]! < 0) weights[k] = 0;
    }
  }
  return namedWeights<ConfidenceInputs>(inputNames, rounded(weights));
}

/** Confidence from inputs and a last 1. */
function confidenceIn(inputs: readonly number[], weights: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < inputs.length; k++) sum += inputs[k]! * weights[k]!;
  return 1 / (1 + Math.exp(-sum));
}
