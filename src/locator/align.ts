import type { Stroke } from './seen.ts';

/** What became of the controls of a sketch on a page of today; numbers a row a stroke, all in one list. */
export interface Alignment {
  /** Chance that it became each control, given that both lists keep their order. */
  chance: Float64Array;
  /** Likeness to each control, whatever the order. */
  like: Float64Array;
  /** Share of the sketch's names that are on the page. */
  familiar: number;
  /** The names on the page. */
  names: Set<number>;
}

/** What it costs to leave a control of either side without a partner, as a factor of chance. */
const skip = 0.2;

/** Likeness of two controls. A shared name or address tells most; a name that differs speaks against, where names are known at all. */
function likeness(a: Stroke, b: Stroke, familiar: number): number {
  return (
    (a.kind === b.kind ? 0.8 : a.role === b.role ? 0.2 : -1) +
    either(a.key, b.key, 2.5, -2 * familiar) -
    0.3 * +(!a.key !== !b.key) +
    either(a.id, b.id, 1.5, -0.2) +
    either(a.icon, b.icon, 1, -0.5) +
    either(a.shape, b.shape, 0.6, 0) +
    0.5 / (1 + Math.abs(a.x - b.x))
  );
}

/** What two numbers that are the same are worth, and two that are not. */
const either = (a: number, b: number, same: number, other: number): number => (a && b ? (a === b ? same : other) : 0);

/** Pair two lists that mostly keep their order, by the forward and backward sums over all pairings. */
export function align(old: readonly Stroke[], now: readonly Stroke[]): Alignment {
  const names = new Set(now.map((one) => one.key));
  const named = old.filter((one) => one.key);
  const familiar = named.filter((one) => names.has(one.key)).length / named.length || +!named.length;
  const columns = now.length;
  const like = new Float64Array(old.length * columns);
  const chance = like.slice();
  let at = 0;
  for (const one of old)
    for (const other of now) {
      like[at] = likeness(one, other, familiar);
      chance[at] = Math.exp(like[at++]!);
    }
  const ahead = sums(chance, columns);
  const back = sums(chance.toReversed(), columns).reverse();
  // A row of sums has a column more: what goes before the first.
  for (let at = 0, k = 0; at < chance.length; k++) {
    const from = at;
    const part = () => ahead[k]! * skip * back[k + columns + 1]!;
    let all = 0;
    for (; at < from + columns; at++, k++) {
      all += part();
      all += chance[at]! *= ahead[k]! * back[k + columns + 2]!;
    }
    all += part();
    for (let j = from; j < at; j++) chance[j]! /= all;
  }
  return { chance, like, familiar, names };
}

/** Sums over the pairings of all that goes before. Each row is scaled to sum to one, or long lists would overflow. */
function sums(weight: Float64Array, columns: number): Float64Array {
  const wide = columns + 1;
  const rows = new Float64Array((weight.length / columns + 1) * wide);
  for (let j = 0; j < wide; j++) rows[j] = skip ** j;
  for (let at = 0, k = wide; k < rows.length; k += wide) {
    let all = 0;
    for (let j = k; j < k + wide; j++) {
      rows[j] = skip * rows[j - wide]!;
      if (j > k) rows[j]! += skip * rows[j - 1]! + weight[at++]! * rows[j - wide - 1]!;
      all += rows[j]!;
    }
    for (let j = k; j < k + wide; j++) rows[j]! /= all;
  }
  return rows;
}
