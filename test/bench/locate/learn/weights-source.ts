import { createHash } from 'node:crypto';
import type { LocatorWeights } from '../../../../src/locator/match/score.ts';

/** Where the shipped weights are written, from the root of the repository. */
export const WEIGHTS_FILE = 'src/locator/match/weights.ts';

/** Names and numbers in their order: two that are swapped give another digest. */
export const digestOf = ({ rank, confidence }: LocatorWeights): string =>
  createHash('sha256')
    .update(JSON.stringify([Object.entries(rank), Object.entries(confidence)]))
    .digest('hex')
    .slice(0, 12);

/** The source of the module that holds the shipped weights. */
export const weightsSource = (weights: LocatorWeights): string => `import type { ConfidenceInputs } from './confidence-inputs.ts';
import type { FeatureRow } from './feature-row.ts';
import type { Weights } from './weighted-sum.ts';

// Learnt by test/bench/locate/learn/main.ts, in tenths: change the learner, not the numbers. A test holds them to this digest: ${digestOf(weights)}

/** What each feature adds to a candidate's score; "none of them" scores 0. */
export const rankWeights: Weights<FeatureRow> = ${literal(weights.rank)};

/** What each input adds to the log odds that the best candidate is right. */
export const confidenceWeights: Weights<ConfidenceInputs> = ${literal(weights.confidence)};
`;

const literal = (weights: Readonly<Record<string, number>>): string =>
  `{\n${Object.entries(weights)
    .map(([name, weight]) => `  ${name}: ${weight},\n`)
    .join('')}}`;
