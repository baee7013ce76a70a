/** A weight for each value of a row, and one that is added whatever the row; in tenths. */
export type Weights<Row> = Readonly<Record<keyof Row | 'bias', number>>;

/** Weights are whole tenths: finer ones tell nothing. */
const WEIGHT_UNIT = 10;

/** A function that adds up the values of a row by their weights. Values and weights are joined by name, so that no order can mix them up. */
export function weightedSumBy<Row extends Record<keyof Row, number>>(weights: Weights<Row>): (row: Row) => number {
  const { bias, ...named } = weights;
  const terms = Object.entries(named) as [keyof Row, number][];
  return (row) => {
    let sum = bias;
    for (const [name, weight] of terms) sum += row[name] * weight;
    return sum / WEIGHT_UNIT;
  };
}
