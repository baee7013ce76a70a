import type { Stroke } from './sketch.ts';

/** Which control of the page each stroke of a sketch became, in order; -1 where it became none. */
export interface Alignment {
  partner: Int32Array;
  /** How alike each pair is; 0 where there is no partner. */
  likeness: Float32Array;
  /** Likeness of every stroke to every control, a row a stroke. */
  all: Float32Array;
  /** Share of the sketch's names that are on the page at all. */
  familiar: number;
}

/** Likeness of two strokes. A shared name or address tells most; a name that differs speaks against, if names here are known. */
export function likeness(a: Stroke, b: Stroke, familiar: number): number {
  let sum = 0;
  if (a.key && b.key) sum += a.key === b.key ? 3 : -2 * familiar;
  else if (a.key || b.key) sum -= 0.3;
  if (a.id && b.id) sum += a.id === b.id ? 2 : -0.3;
  sum += a.kind === b.kind ? 1 : -0.8;
  if (a.look && b.look && a.look === b.look) sum += 0.5;
  return sum + (Math.abs(a.x - b.x) < 2 ? 0.3 : 0);
}

/** Needleman and Wunsch: the pairing of two sequences, both in order, whose likeness is greatest. */
export function align(old: readonly Stroke[], now: readonly Stroke[]): Alignment {
  const names = new Set(now.map((one) => one.key));
  const named = old.filter((one) => one.key);
  const familiar = named.length ? named.filter((one) => names.has(one.key)).length / named.length : 0;
  const n = old.length;
  const m = now.length;
  const like = new Float32Array(n * m);
  const best = new Float32Array((n + 1) * (m + 1));
  for (let i = n - 1; i >= 0; i--)
    for (let j = m - 1; j >= 0; j--) {
      const here = likeness(old[i]!, now[j]!, familiar);
      like[i * m + j] = here;
      const at = i * (m + 1) + j;
      best[at] = Math.max(here + best[at + m + 2]!, best[at + m + 1]!, best[at + 1]!);
    }
  const partner = new Int32Array(n).fill(-1);
  const got = new Float32Array(n);
  for (let i = 0, j = 0; i < n && j < m; ) {
    const at = i * (m + 1) + j;
    if (best[at] === best[at + 1]) j++;
    else if (best[at] === best[at + m + 1]) i++;
    else {
      partner[i] = j;
      got[i] = like[i * m + j]!;
      i++;
      j++;
    }
  }
  return { partner, likeness: got, all: like, familiar };
}
