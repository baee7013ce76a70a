export interface Random {
  below(limit: number): number;
  pick<T>(list: readonly T[]): T;
}

/** A generator of its own, so that a failure can be reproduced from its seed. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const below = (limit: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  return { below, pick: (list) => list[below(list.length)]! };
}
