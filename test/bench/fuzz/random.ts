/** A source of random numbers that gives the same ones for the same seed. */
export interface Random {
  /** A whole number from 0 up to but not including `below`. */
  int(below: number): number;
  /** True once in `n` times. */
  oneIn(n: number): boolean;
  pick<T>(from: readonly [T, ...T[]] | readonly T[]): T;
}

/** Mulberry32. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (below: number) => Math.floor(next() * below);
  return { int, oneIn: (n) => int(n) === 0, pick: (from) => from[int(from.length)]! };
}

/** The seed of one case: any case can be made again without those before it. */
export function caseSeed(seed: number, target: string, index: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (const char of `${target}#${index}`) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193);
  return hash >>> 0;
}
