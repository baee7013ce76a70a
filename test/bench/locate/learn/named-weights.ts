import type { Weights } from '../../../../src/locator/match/weighted-sum.ts';

/** Learnt numbers by their names; the last is the bias. */
export function namedWeights<Row>(names: readonly (keyof Row & string)[], weights: readonly number[]): Weights<Row> {
  return Object.fromEntries([...names, 'bias'].map((name, i) => [name, weights[i]])) as Weights<Row>;
}

/** The values of a row in the order the learner has them in. */
export const valuesInOrder = <Row extends Record<keyof Row, number>>(names: readonly (keyof Row)[], row: Row): number[] =>
  names.map((name) => row[name]);
