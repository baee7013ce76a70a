// Learnt by test/bench/locate/learn/main.ts, in tenths; change the learner, not the numbers. 9fc377851b06

/** By the order of `featureNames`, then one that stands alone. */
export const rankWeights: readonly number[] = [
  5, -29, 7, -20, 10, 12, -12, -8, 5, -4, -6, 12, 17, 11, 10, 15, 9, -17, -17, -14, -6, -16, -13, 9, -3, -26, 7, -5, 11, -8, 9,
  -11, 9, -14, 5, -2, 14, -28, 13, 8, 9, 7, 10, 10, 5, -36,
];

/** By the order of `doubtNames`, then one that stands alone. */
export const confidenceWeights: readonly number[] = [
  7, 10, 14, 11, 10, -2, 11, 7, -12, -26, -20, -30, -18, -60, -9, -15, -20, -3,
];
