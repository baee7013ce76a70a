/** Apps made from one template are one family: none of it may be in learning when one of them is judged. */
export const familyOf = (app: string): string => app.split('-')[0]!;

/** The numbers from 0 to n − 1 in an order that the seed alone decides (mulberry32). */
export function shuffled(n: number, seed: number): number[] {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/** Adam (Kingma and Ba), with a rate that falls to nothing over `steps`, and a pull of strength `decay` back to where it began. */
export function stepper(weights: Float64Array, steps: number, rate: number, decay: number): (slope: Float64Array) => void {
  const home = weights.slice();
  const mean = new Float64Array(weights.length);
  const square = new Float64Array(weights.length);
  let t = 0;
  return (slope) => {
    t++;
    const now = rate * Math.max(0.01, 1 - t / steps);
    for (let i = 0; i < weights.length; i++) {
      const g = slope[i]! + decay * (weights[i]! - home[i]!);
      mean[i] = 0.9 * mean[i]! + 0.1 * g;
      square[i] = 0.999 * square[i]! + 0.001 * g * g;
      weights[i]! -= (now * (mean[i]! / (1 - 0.9 ** t))) / (Math.sqrt(square[i]! / (1 - 0.999 ** t)) + 1e-8);
    }
  };
}
