import type { ControlSignature } from '../page/candidate.ts';

/** What became of the controls of a sketch on a page of today; numbers a row a stroke, all in one list. */
export interface Alignment {
  /** Chance that it became each control, given that both lists keep their order. */
  chance: Float64Array;
  /** Likeness to each control, whatever the order. */
  likeness: Float64Array;
  /** Share of the sketch's names that are on the page. */
  familiarShare: number;
  /** The names on the page. */
  names: Set<number>;
}

/** What it costs to leave a control of either side without a partner, as a factor of chance. */
const SKIP_COST = 0.2;

/** Likeness of two controls. A shared name or address tells most; a name that differs speaks against, where names are known at all. */
function likenessOf(a: ControlSignature, b: ControlSignature, familiar: number): number {
  return (
    (a.kind === b.kind ? 0.8 : a.role === b.role ? 0.2 : -1) +
    compareHashes(a.key, b.key, 2.5, -2 * familiar) -
    0.3 * +(!a.key !== !b.key) +
    compareHashes(a.id, b.id, 1.5, -0.2) +
    compareHashes(a.icon, b.icon, 1, -0.5) +
    compareHashes(a.shape, b.shape, 0.6, 0) +
    0.5 / (1 + Math.abs(a.x - b.x))
  );
}

/** What two numbers that are the same are worth, and two that are not. */
const compareHashes = (a: number, b: number, same: number, other: number): number => (a && b ? (a === b ? same : other) : 0);

/** Pair two lists that mostly keep their order, by the forward and backward sums over all pairings. */
export function align(old: readonly ControlSignature[], now: readonly ControlSignature[]): Alignment {
  const names = new Set(now.map((one) => one.key));
  const named = old.filter((one) => one.key);
  const familiarShare = named.filter((one) => names.has(one.key)).length / named.length || +!named.length;
  const columns = now.length;
  const likeness = new Float64Array(old.length * columns);
  const chance = likeness.slice();
  let at = 0;
  for (const one of old)
    for (const other of now) {
      likeness[at] = likenessOf(one, other, familiarShare);
      chance[at] = Math.exp(likeness[at++]!);
    }
  const ahead = sums(chance, columns);
  const back = sums(chance.toReversed(), columns).reverse();
  // A row of sums has a column more: what goes before the first.
  for (let at = 0, k = 0; at < chance.length; k++) {
    const from = at;
    const part = () => ahead[k]! * SKIP_COST * back[k + columns + 1]!;
    let all = 0;
    for (; at < from + columns; at++, k++) {
      all += part();
      all += chance[at]! *= ahead[k]! * back[k + columns + 2]!;
    }
    all += part();
    for (let j = from; j < at; j++) chance[j]! /= all;
  }
  return { chance, likeness, familiarShare, names };
}

/** Sums over the pairings of all that goes before. Each row is scaled to sum to one, or long lists would overflow. */
function sums(weight: Float64Array, columns: number): Float64Array {
  const wide = columns + 1;
  const rows = new Float64Array((weight.length / columns + 1) * wide);
  for (let j = 0; j < wide; j++) rows[j] = SKIP_COST ** j;
  for (let at = 0, k = wide; k < rows.length; k += wide) {
    let all = 0;
    for (let j = k; j < k + wide; j++) {
      rows[j] = SKIP_COST * rows[j - wide]!;
      if (j > k) rows[j]! += SKIP_COST * rows[j - 1]! + weight[at++]! * rows[j - wide - 1]!;
      all += rows[j]!;
    }
    for (let j = k; j < k + wide; j++) rows[j]! /= all;
  }
  return rows;
}
