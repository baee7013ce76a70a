import type { ControlSignature } from '../page/candidate.ts';

/** What became of the controls of an old page on a new one. Both matrices are one list: a row for each old control, a column for each new one. */
export interface Alignment {
  /** Chance that an old control became a new one, given that both pages keep their order. */
  chance: Float64Array;
  /** Likeness of an old control to a new one, whatever the order. */
  likeness: Float64Array;
  /** Share of the old page's names that are on the new one. */
  familiarShare: number;
  /** The names on the new page. */
  names: Set<number>;
}

/** What it costs to leave a control of either page without a partner, as a factor of chance. */
const SKIP_COST = 0.2;

/** Pairs two lists that mostly keep their order, by the forward and backward sums over all pairings. */
export function align(old: readonly ControlSignature[], now: readonly ControlSignature[]): Alignment {
  const names = new Set(now.map(({ key }) => key));
  const named = old.filter(({ key }) => key);
  const familiarShare = named.filter(({ key }) => names.has(key)).length / named.length || +!named.length;
  const likeness = new Float64Array(old.length * now.length);
  let pair = 0;
  for (const one of old) for (const other of now) likeness[pair++] = likenessOf(one, other, familiarShare);
  return { chance: chancesOf(likeness.map(Math.exp), now.length), likeness, familiarShare, names };
}

/** Likeness of two controls. A shared name or address tells most; a name that differs speaks against, where names are known at all. */
function likenessOf(a: ControlSignature, b: ControlSignature, familiarShare: number): number {
  return (
    (a.kind === b.kind ? 0.8 : a.role === b.role ? 0.2 : -1) +
    compareHashes(a.key, b.key, 2.5, -2 * familiarShare) -
    0.3 * +(!a.key !== !b.key) +
    compareHashes(a.id, b.id, 1.5, -0.2) +
    compareHashes(a.icon, b.icon, 1, -0.5) +
    compareHashes(a.shape, b.shape, 0.6, 0) +
    0.5 / (1 + Math.abs(a.x - b.x))
  );
}

/** What it is worth that both are the same or different; nothing where either is missing. */
const compareHashes = (a: number, b: number, same: number, different: number): number =>
  a && b ? (a === b ? same : different) : 0;

/** For each pair the share of its pairings among all pairings of its row, "no partner" included. Changes `weights` in place. */
function chancesOf(weights: Float64Array, columns: number): Float64Array {
  const ahead = prefixSums(weights, columns);
  const behind = prefixSums(weights.toReversed(), columns).reverse();
  // A row of sums has a column more: what goes before the first.
  for (let pair = 0, sum = 0; pair < weights.length; sum++) {
    const rowStart = pair;
    const skipped = () => ahead[sum]! * SKIP_COST * behind[sum + columns + 1]!;
    let all = 0;
    for (; pair < rowStart + columns; pair++, sum++) {
      all += skipped();
      weights[pair]! *= ahead[sum]! * behind[sum + columns + 2]!;
      all += weights[pair]!;
    }
    all += skipped();
    for (let j = rowStart; j < pair; j++) weights[j]! /= all;
  }
  return weights;
}

/** Sums over the pairings of all that goes before. Each row is scaled to sum to one: the sums of long lists would overflow. */
function prefixSums(weights: Float64Array, columns: number): Float64Array {
  const width = columns + 1;
  const sums = new Float64Array((weights.length / columns + 1) * width);
  for (let j = 0; j < width; j++) sums[j] = SKIP_COST ** j;
  for (let pair = 0, row = width; row < sums.length; row += width) {
    let all = 0;
    for (let j = row; j < row + width; j++) {
      sums[j] = SKIP_COST * sums[j - width]!;
      if (j > row) sums[j]! += SKIP_COST * sums[j - 1]! + weights[pair++]! * sums[j - width - 1]!;
      all += sums[j]!;
    }
    for (let j = row; j < row + width; j++) sums[j]! /= all;
  }
  return sums;
}
