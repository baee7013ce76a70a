import type { Stroke } from './sketch.ts';

/** What became of the controls of a sketch on a page of today; a row a stroke. */
export interface Alignment {
  /** Chance that it became each control, given that both lists keep their order. */
  chance: Float64Array[];
  /** Likeness to each control, whatever the order. */
  like: Float64Array[];
  /** Share of the sketch's names that are on the page. */
  familiar: number;
}

/** What it costs to leave a control of either side without a partner, as a factor of chance. */
const skip = 0.2;

/** Likeness of two controls. A shared name or address tells most; a name that differs speaks against, where names are known at all. */
function likeness(a: Stroke, b: Stroke, familiar: number): number {
  return (
    (a.kind === b.kind ? 0.8 : a.role === b.role ? 0.2 : -1) +
    (a.key && b.key ? either(a.key, b.key, 2.5, -2 * familiar) : a.key || b.key ? -0.3 : 0) +
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
  const like = old.map((one) => new Float64Array(now.map((other) => likeness(one, other, familiar))));
  const weight = like.map((row) => row.map(Math.exp));
  const ahead = sums(weight, now.length);
  const back = sums(weight.map((row) => row.toReversed()).reverse(), now.length).reverse();
  const chance = weight.map((row, i) => {
    const before = ahead[i]!;
    const after = back[i + 1]!.toReversed();
    const through = row.map((one, j) => before[j]! * one * after[j + 1]!);
    const all = total(through) + skip * total(before.map((one, j) => one * after[j]!));
    return through.map((one) => one / all);
  });
  return { chance, like, familiar };
}

export const total = (numbers: Float64Array): number => numbers.reduce((sum, one) => sum + one, 0);

/** Sums over the pairings of all that goes before. Each row is scaled to sum to one, or long lists would overflow. */
function sums(weight: readonly Float64Array[], columns: number): Float64Array[] {
  let row = Float64Array.from({ length: columns + 1 }, (_, j) => skip ** j);
  const rows = [row];
  for (const its of weight) {
    const above = row;
    row = row.map((_, j) => skip * above[j]!);
    for (let j = 0; j < columns; j++) row[j + 1]! += skip * row[j]! + its[j]! * above[j]!;
    const all = total(row);
    row = row.map((one) => one / all);
    rows.push(row);
  }
  return rows;
}
