/** Bisections until a bound is exact to 1e-9. */
const STEPS = 30;

/** Probability of at least `hits` of `trials`, each with this chance. Exact where the result is under a half; else 1. */
export function chanceOfAtLeast(hits: number, trials: number, chance: number): number {
  if (hits <= trials * chance) return 1;
  if (chance <= 0) return 0;
  let term = Math.exp(logChoose(trials, hits) + hits * Math.log(chance) + (trials - hits) * Math.log1p(-chance));
  let sum = term;
  for (let at = hits; at < trials; at += 1) {
    term *= ((trials - at) / (at + 1)) * (chance / (1 - chance));
    sum += term;
  }
  return sum;
}

function logChoose(trials: number, hits: number): number {
  let sum = 0;
  for (let at = 1; at <= hits; at += 1) sum += Math.log((trials - hits + at) / at);
  return sum;
}

/** Is the chance above `bound`, with at most this probability of being wrong? The lower bound of Clopper and Pearson exceeds it then. */
export const isSurelyAbove = (bound: number, { hits, trials }: { hits: number; trials: number }, error: number): boolean =>
  chanceOfAtLeast(hits, trials, bound) < error;

/** Upper bound of Clopper and Pearson: the chance is above it with at most this probability. */
export function upperBound({ hits, trials }: { hits: number; trials: number }, error: number): number {
  if (hits >= trials) return 1;
  let [low, high] = [hits / trials, 1];
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (low + high) / 2;
    if (chanceOfAtLeast(trials - hits, trials, 1 - middle) < error) high = middle;
    else low = middle;
  }
  return high;
}
