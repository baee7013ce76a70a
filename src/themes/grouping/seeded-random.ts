/** Numbers from 0 up to 1 that are the same for a seed everywhere: a linear congruential generator, of which the high bits are used. */
export function seededRandom(seed: number): () => number {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The whole numbers below a limit in a random order. */
export function shuffledRange(limit: number, random: () => number): Int32Array {
  const order = Int32Array.from({ length: limit }, (_, index) => index);
  for (let last = limit - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const value = order[last]!;
    order[last] = order[other]!;
    order[other] = value;
  }
  return order;
}
