export const rankWeights: readonly number[] = [];
export const confidenceWeights: readonly number[] = [];
