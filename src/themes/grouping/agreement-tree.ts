import { averageLinkage, cutMerges } from './average-linkage.ts';
import type { Labelling } from './label-views.ts';

/** Texts that are in the tree as one: everything in a pinned theme, or texts that all labellings put together. */
interface Leaf {
  pin: string | undefined;
  /** Labels of its texts, each with how many texts have them. */
  parts: Part[];
  /** Places of its texts. */
  members: number[];
}

interface Part {
  labels: Int32Array;
  count: number;
}

/** Cuts the tree where clusters agree at least so much, from 0 to 1: greater values give more and smaller themes. */
export type CutTree = (agreement: number) => Cluster[];

export interface Cluster {
  pin: string | undefined;
  /** Places of its texts. */
  members: number[];
}

export interface TreeInput {
  labellings: readonly Labelling[];
  /** For each text the place of its labels: texts with the same words have one. */
  places: ArrayLike<number>;
  /** For each text the pinned theme that holds it. */
  pins: readonly (string | undefined)[];
}

/**
 * A tree of the texts by how many labellings put two of them together. Texts with the same labels agree wholly, so that they start
 * as one leaf, as a pinned theme does; two pinned themes can never be joined.
 */
export function growAgreementTree(input: TreeInput): CutTree {
  const leaves = leavesOf(input);
  const shares = Float64Array.from(input.labellings, ({ share }) => share);
  const size = leaves.length;
  const values = new Float32Array(size * size);
  for (let first = 0; first < size; first += 1)
    for (let second = first + 1; second < size; second += 1) {
      const arePinned = leaves[first]!.pin !== undefined && leaves[second]!.pin !== undefined;
      const similarity = arePinned ? Number.NEGATIVE_INFINITY : meanAgreement(leaves[first]!, leaves[second]!, shares);
      values[first * size + second] = similarity;
      values[second * size + first] = similarity;
    }
  const sizes = Float64Array.from(leaves, ({ members }) => members.length);
  const merges = averageLinkage({ size, values }, sizes);
  return (agreement) => clustersOf(leaves, cutMerges(merges, size, agreement));
}

function leavesOf({ labellings, places, pins }: TreeInput): Leaf[] {
  const leaves = new Map<string, Leaf>();
  pins.forEach((pin, index) => {
    const labels = Int32Array.from(labellings, (labelling) => labelling.labels[places[index]!]!);
    const key = pin === undefined ? `labels ${labels.join()}` : `pin ${pin}`;
    const leaf = leaves.get(key) ?? { pin, parts: [], members: [] };
    leaves.set(key, leaf);
    leaf.members.push(index);
    const part = leaf.parts.find((known) => known.labels.every((label, place) => label === labels[place]));
    if (part) part.count += 1;
    else leaf.parts.push({ labels, count: 1 });
  });
  return [...leaves.values()];
}

/** The mean agreement over all pairs of texts, one of each leaf. */
function meanAgreement(first: Leaf, second: Leaf, shares: Float64Array): number {
  let sum = 0;
  for (const one of first.parts)
    for (const other of second.parts) sum += one.count * other.count * agreementOf(one.labels, other.labels, shares);
  return sum / (first.members.length * second.members.length);
}

function agreementOf(first: Int32Array, second: Int32Array, shares: Float64Array): number {
  let together = 0;
  for (let place = 0; place < shares.length; place += 1) if (first[place] === second[place]) together += shares[place]!;
  return together;
}

function clustersOf(leaves: readonly Leaf[], labels: Int32Array): Cluster[] {
  const clusters: Cluster[] = [];
  leaves.forEach(({ pin, members }, index) => {
    const label = labels[index]!;
    clusters[label] ??= { pin: undefined, members: [] };
    const cluster = clusters[label];
    cluster.pin ??= pin;
    cluster.members.push(...members);
  });
  for (const cluster of clusters) cluster.members.sort((a, b) => a - b);
  return clusters;
}
