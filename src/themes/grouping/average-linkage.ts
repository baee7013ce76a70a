import { relabel } from './relabel.ts';
import type { SimilarityMatrix } from './similarity-matrix.ts';

/** Two clusters that are joined, each named by a node in it, and how alike they are. */
export interface Merge {
  first: number;
  second: number;
  similarity: number;
}

/**
 * Average linkage: the two most alike clusters are joined, again and again, where the likeness of two is the mean over all pairs of
 * members. Clusters of the similarity −∞ are never joined, nor what holds them. It follows chains of nearest neighbours, so that it
 * takes the square of the number of nodes. The matrix is used up.
 */
export function averageLinkage(matrix: SimilarityMatrix, weights = new Float64Array(matrix.size).fill(1)): Merge[] {
  const active = new ActiveClusters(matrix, Float64Array.from(weights));
  const merges: Merge[] = [];
  const chain: number[] = [];
  while (active.count > 1) {
    if (chain.length === 0) chain.push(active.first);
    const end = chain.at(-1)!;
    const previous = chain.at(-2);
    const nearest = active.nearestTo(end, previous);
    if (nearest === undefined) {
      active.remove(end);
      chain.pop();
    } else if (nearest.cluster === previous) {
      chain.length -= 2;
      merges.push({ first: end, second: previous, similarity: nearest.similarity });
      active.join(end, previous);
    } else chain.push(nearest.cluster);
  }
  return merges;
}

/** Clusters that can still be joined. A joined one goes on under the name of the second. */
class ActiveClusters {
  readonly #list: Int32Array;
  readonly #places: Int32Array;
  readonly #matrix: SimilarityMatrix;
  readonly #weights: Float64Array;
  count: number;

  constructor(matrix: SimilarityMatrix, weights: Float64Array) {
    this.#matrix = matrix;
    this.#weights = weights;
    this.count = matrix.size;
    this.#list = Int32Array.from({ length: matrix.size }, (_, index) => index);
    this.#places = Int32Array.from(this.#list);
  }

  get first(): number {
    return this.#list[0]!;
  }

  /** Undefined if this one may be joined with none. Of equally near ones the preferred wins, which ends every chain. */
  nearestTo(cluster: number, preferred: number | undefined): { cluster: number; similarity: number } | undefined {
    const { size, values } = this.#matrix;
    const list = this.#list;
    const from = cluster * size;
    let best = preferred ?? -1;
    let similarity = best < 0 ? Number.NEGATIVE_INFINITY : values[from + best]!;
    for (let place = 0; place < this.count; place += 1) {
      const other = list[place]!;
      if (other === cluster || !(values[from + other]! > similarity)) continue;
      similarity = values[from + other]!;
      best = other;
    }
    return best < 0 ? undefined : { cluster: best, similarity };
  }

  join(gone: number, cluster: number): void {
    const { size, values } = this.#matrix;
    const weight = this.#weights[gone]!;
    const otherWeight = this.#weights[cluster]!;
    this.remove(gone);
    for (let place = 0; place < this.count; place += 1) {
      const other = this.#list[place]!;
      if (other === cluster) continue;
      const sum = values[gone * size + other]! * weight + values[cluster * size + other]! * otherWeight;
      values[cluster * size + other] = sum / (weight + otherWeight);
      values[other * size + cluster] = values[cluster * size + other]!;
    }
    this.#weights[cluster] = weight + otherWeight;
  }

  remove(cluster: number): void {
    const place = this.#places[cluster]!;
    const last = this.#list[this.count - 1]!;
    this.#list[place] = last;
    this.#places[last] = place;
    this.count -= 1;
  }
}

/** The cluster of each node when those are joined that are at least so alike. */
export function cutMerges(merges: readonly Merge[], size: number, similarity: number): Int32Array {
  const parents = Int32Array.from({ length: size }, (_, index) => index);
  for (const merge of merges)
    if (merge.similarity >= similarity) parents[rootOf(parents, merge.first)] = rootOf(parents, merge.second);
  return relabel(parents.map((_, node) => rootOf(parents, node))).labels;
}

function rootOf(parents: Int32Array, node: number): number {
  let root = node;
  while (parents[root] !== root) {
    parents[root] = parents[parents[root]!]!;
    root = parents[root]!;
  }
  return root;
}
