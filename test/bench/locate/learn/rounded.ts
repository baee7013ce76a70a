/** Weights as they are shipped: two decimals are enough. */
export const rounded = (weights: Iterable<number>): number[] =>
  Array.from(weights, (weight) => Math.round(weight * 100) / 100 || 0);
