import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ConfidenceInputs } from '../../../src/locator/match/confidence-inputs.ts';
import type { FeatureRow } from '../../../src/locator/match/feature-row.ts';
import { type LocatorWeights, rankCandidates, SHIPPED_WEIGHTS } from '../../../src/locator/match/score.ts';
import { type Weights, weightedSumBy } from '../../../src/locator/match/weighted-sum.ts';
import type { Candidate } from '../../../src/locator/page/candidate.ts';
import { inputNames, signOf as signOfInput } from '../../bench/locate/learn/confidence-learner.ts';
import { featureNames, signOf as signOfFeature } from '../../bench/locate/learn/priors.ts';
import { digestOf, WEIGHTS_FILE, weightsSource } from '../../bench/locate/learn/weights-source.ts';

const { rank, confidence } = SHIPPED_WEIGHTS;
const kinds = [
  { kind: 'rank', names: [...featureNames, 'bias'], weights: rank as Readonly<Record<string, number>> },
  { kind: 'confidence', names: [...inputNames, 'bias'], weights: confidence as Readonly<Record<string, number>> },
] as const;

describe('shipped weights', () => {
  test('are what the learner wrote: no name, number or place is changed by hand', () => {
    expect(readFileSync(join(import.meta.dirname, '../../..', WEIGHTS_FILE), 'utf8')).toBe(weightsSource(SHIPPED_WEIGHTS));
  });

  test.each(kinds)('have one $kind weight for each name of the learner, in its order', ({ names, weights }) => {
    expect(Object.keys(weights)).toEqual(names);
  });

  test.each(kinds)('have another digest when any two $kind weights are swapped, by number or by place', ({ kind, weights }) => {
    const shipped = digestOf(SHIPPED_WEIGHTS);
    const entries = Object.entries(weights);
    const unnoticed: string[] = [];
    for (let i = 0; i < entries.length; i++)
      for (let k = i + 1; k < entries.length; k++) {
        const [[one, a], [other, b]] = [entries[i]!, entries[k]!];
        const numbers = { ...weights, [one]: b, [other]: a };
        const places = Object.fromEntries(entries.with(i, entries[k]!).with(k, entries[i]!));
        for (const swapped of a === b ? [places] : [numbers, places])
          if (digestOf({ ...SHIPPED_WEIGHTS, [kind]: swapped } as LocatorWeights) === shipped) unnoticed.push(`${one} ${other}`);
      }
    expect(unnoticed).toEqual([]);
  });

  test.each(featureNames)('rank weight of %s has the sign of its meaning', (name) => {
    expect(rank[name] * signOfFeature(name)).toBeGreaterThanOrEqual(0);
  });

  test.each(inputNames)('confidence weight of %s has the sign of its meaning', (name) => {
    expect(confidence[name] * signOfInput(name)).toBeGreaterThanOrEqual(0);
  });
});

describe('weightedSumBy', () => {
  const oneOf = <Row>(names: readonly (keyof Row & string)[], name: string): Row =>
    Object.fromEntries(names.toReversed().map((one) => [one, +(one === name)])) as Row;
  const numbered = <Row>(names: readonly (keyof Row & string)[]): Weights<Row> =>
    Object.fromEntries([...names, 'bias'].map((name, i) => [name, i * 10])) as Weights<Row>;

  test.each(featureNames.map((name, i) => [name, i] as const))(
    '%s counts by its own weight, in whatever order rows are written',
    (name, i) => {
      const weights = numbered<FeatureRow>(featureNames);
      expect(weightedSumBy(weights)(oneOf<FeatureRow>(featureNames, name))).toBe(featureNames.length + i);
      const [ranked] = rankCandidates([oneOf<FeatureRow>(featureNames, name)], [{} as Candidate], weights);
      expect(ranked!.score).toBe(featureNames.length + i);
    },
  );

  test.each(inputNames.map((name, i) => [name, i] as const))('%s counts by its own weight in confidence', (name, i) => {
    const weights = numbered<ConfidenceInputs>(inputNames);
    expect(weightedSumBy(weights)(oneOf<ConfidenceInputs>(inputNames, name))).toBe(inputNames.length + i);
  });
});
