import type { Stroke } from './sketch.ts';

/** What became of the controls of a sketch on a page of today. */
export interface Alignment {
  /** Chance that stroke i became control j, a row a stroke, given that both lists keep their order. */
  chance: Float32Array;
  /** Likeness of stroke i to control j, whatever the order. */
  like: Float32Array;
  /** Share of the sketch's names that are on the page. */
  familiar: number;
  /** Share of its strokes that surely became something in the same order. */
  kept: number;
}

/** What it costs to leave a control of either side without a partner, as a factor of chance. */
const skip = 0.2;

/** Likeness of two controls. A shared name or address tells most; a name that differs speaks against, where names are known at all. */
function likeness(a: Stroke, b: Stroke, familiar: number): number {
  let sum = a.kind === b.kind ? 0.8 : a.role === b.role ? 0.2 : -1;
  if (a.key && b.key) sum += a.key === b.key ? 2.5 : -2 * familiar;
  else if (a.key || b.key) sum -= 0.3;
  if (a.id && b.id) sum += a.id === b.id ? 1.5 : -0.2;
  if (a.look && a.look === b.look) sum += 0.4;
  if (a.icon && b.icon) sum += a.icon === b.icon ? 1 : -0.5;
  if (a.shape === b.shape) sum += 0.6;
  const aside = Math.abs(a.x - b.x);
  return sum + (aside === 0 ? 0.5 : aside < 2 ? 0.3 : aside < 4 ? 0.1 : 0);
}

/**
 * Pair two lists that mostly keep their order, by the forward and backward sums over all pairings. Each row is scaled to sum to
 * one, or long lists would overflow.
 */
export function align(old: readonly Stroke[], now: readonly Stroke[]): Alignment {
  const [n, m] = [old.length, now.length];
  const names = new Set(now.map((one) => one.key));
  const named = old.filter((one) => one.key);
  const familiar = named.length ? named.filter((one) => names.has(one.key)).length / named.length : 1;
  const like = new Float32Array(n * m);
  const weight = new Float64Array(n * m);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < m; j++) {
      const alike = likeness(old[i]!, now[j]!, familiar);
      like[i * m + j] = alike;
      weight[i * m + j] = Math.exp(alike);
    }
  const chance = chances(weight, n, m);
  let kept = 0;
  for (let i = 0; i < n; i++) {
    let most = 0;
    for (let j = 0; j < m; j++) most = Math.max(most, chance[i * m + j]!);
    if (most > 0.6) kept++;
  }
  return { chance, like, familiar, kept: n ? kept / n : 0 };
}

function chances(weight: Float64Array, n: number, m: number): Float32Array {
  const columns = m + 1;
  const ahead = new Float64Array((n + 1) * columns);
  const back = new Float64Array((n + 1) * columns);
  for (let j = 0; j <= m; j++) {
    ahead[j] = skip ** j;
    back[n * columns + j] = skip ** (m - j);
  }
  for (let i = 1; i <= n; i++) {
    const at = i * columns;
    let sum = 0;
    for (let j = 0; j <= m; j++) {
      let value = skip * ahead[at - columns + j]!;
      if (j > 0) value += skip * ahead[at + j - 1]! + weight[(i - 1) * m + j - 1]! * ahead[at - columns + j - 1]!;
      ahead[at + j] = value;
      sum += value;
    }
    for (let j = 0; j <= m; j++) ahead[at + j]! /= sum;
  }
  for (let i = n - 1; i >= 0; i--) {
    const at = i * columns;
    let sum = 0;
    for (let j = m; j >= 0; j--) {
      let value = skip * back[at + columns + j]!;
      if (j < m) value += skip * back[at + j + 1]! + weight[i * m + j]! * back[at + columns + j + 1]!;
      back[at + j] = value;
      sum += value;
    }
    for (let j = 0; j <= m; j++) back[at + j]! /= sum;
  }
  return shares(weight, ahead, back, n, m);
}

/** Chance of each pair: the pairings through it, among all the ways on from its row. */
function shares(weight: Float64Array, ahead: Float64Array, back: Float64Array, n: number, m: number): Float32Array {
  const columns = m + 1;
  const chance = new Float32Array(n * m);
  for (let i = 0; i < n; i++) {
    let all = 0;
    for (let j = 0; j <= m; j++) all += skip * ahead[i * columns + j]! * back[(i + 1) * columns + j]!;
    for (let j = 0; j < m; j++) {
      const through = ahead[i * columns + j]! * weight[i * m + j]! * back[(i + 1) * columns + j + 1]!;
      chance[i * m + j] = through;
      all += through;
    }
    for (let j = 0; j < m; j++) chance[i * m + j]! /= all;
  }
  return chance;
}
