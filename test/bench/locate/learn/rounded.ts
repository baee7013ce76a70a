/** Weights as they are shipped: whole tenths are enough. */
export const rounded = (weights: Iterable<number>): number[] => Array.from(weights, (weight) => Math.round(weight * 10) || 0);
