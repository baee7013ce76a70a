/** Two-sided 95 % point of the normal distribution. */
const NORMAL_95 = 1.959964;

/**
 * Two-sided 95 % point of Student's t, by Fisher's expansion (Abramowitz and Stegun 26.7.5). Its error is under 0.3 %.
 *
 * @param degrees degrees of freedom, at least four
 */
export function studentQuantile(degrees: number): number {
  const terms = [
    (NORMAL_95 ** 3 + NORMAL_95) / 4,
    (5 * NORMAL_95 ** 5 + 16 * NORMAL_95 ** 3 + 3 * NORMAL_95) / 96,
    (3 * NORMAL_95 ** 7 + 19 * NORMAL_95 ** 5 + 17 * NORMAL_95 ** 3 - 15 * NORMAL_95) / 384,
  ];
  return terms.reduce((sum, term, nth) => sum + term / degrees ** (nth + 1), NORMAL_95);
}

/** Mean of at least five values with its 95 % confidence interval. */
export function meanInterval(values: readonly number[]): { mean: number; low: number; high: number } {
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  const variance = values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (values.length - 1);
  const margin = studentQuantile(values.length - 1) * Math.sqrt(variance / values.length);
  return { mean, low: mean - margin, high: mean + margin };
}
