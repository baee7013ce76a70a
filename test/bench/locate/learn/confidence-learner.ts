import { confidenceInputsFor, rankCandidates, weightedSum } from '../../../../src/locator/match/score.ts';
import type { SearchExample } from './examples.ts';
import { familyOf, shuffled, stepper } from './learning.ts';
import { rounded } from './rounded.ts';

/** What ranking made of an example. */
export interface JudgedExample {
  example: SearchExample;
  inputs: number[];
  right: boolean;
}

/** Rank the candidates of each example; pages without any are left out. */
export const judgeAll = (examples: readonly SearchExample[], weights: readonly number[]): JudgedExample[] =>
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
const homes = {
  score: 0.7,
  margin: 0.7,
  share: 1.5,
  steady: 1,
  skeleton: 1,
  foreign: 0,
  sole: 1,
  labelled: 0.5,
  blindNot: -1.5,
  renamedNot: -3,
  strangerNot: -2,
  namedNot: -3,
  iconOnlyNot: -2,
  roleNot: -6,
  rowNot: -1.5,
  otherRowNot: -2,
  nameElsewhereNot: -2,
};
/** In the order of `doubtsOf`, which a test holds this to. */
export const doubtNames = Object.keys(homes) as (keyof typeof homes)[];
const signs = doubtNames.map((name) => (name === 'foreign' ? 0 : name.endsWith('Not') ? -1 : 1));

/** Removed controls are as many as others here, and few in life. */
const goneShare = 0.7;

/** Learn how sure to be of the best candidate: logistic regression on its doubts, each weight kept to the sign of its meaning. */
export function learnConfidence(judged: readonly JudgedExample[], { epochs = 30, rate = 0.02, decay = 1e-2 } = {}): number[] {
  const weights = Float64Array.from([...doubtNames.map((name) => homes[name]), -1]);
  const inputs = judged.map(({ inputs }) => [...inputs, 1]);
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
        const share = Math.sqrt(most / counts.get(familyOf(example.app))!) * (example.right.size ? 1 : goneShare);
        const error = ((confidenceIn(inputs[at]!, weights) - Number(right)) * share) / batch;
        inputs[at]!.forEach((input, k) => {
          slope[k]! += error * input;
        });
      }
      step(slope);
      for (let k = 0; k < signs.length; k++) if (weights[k]! * signs[k]! < 0) weights[k] = 0;
    }
  }
  return rounded(weights);
}

/** Confidence from doubts and a last 1. */
function confidenceIn(inputs: readonly number[], weights: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < inputs.length; k++) sum += inputs[k]! * weights[k]!;
  return 1 / (1 + Math.exp(-sum));
}

/** Confidence as the locator has it, by weights as they are shipped. */
export const confidenceBy = (doubts: readonly number[], weights: readonly number[]): number =>
  1 / (1 + Math.exp(-weightedSum(doubts, weights)));
