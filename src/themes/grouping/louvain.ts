import { relabel } from './relabel.ts';
import { seededRandom, shuffledRange } from './seeded-random.ts';
import type { SimilarityMatrix } from './similarity-matrix.ts';

const MAX_PASSES = 12;
/** A pass in which fewer than this share of the nodes move ends a level. */
const SHARE_THAT_MOVES = 1 / 50;
const LEAST_GAIN = 1e-9;

export interface LouvainOptions {
  /** Greater values give more and smaller communities. */
  resolution: number;
  seed: number;
}

/**
 * Communities by the Louvain method: nodes move to the community where they add most to modularity, then each community becomes a
 * node, until nothing moves. The whole matrix is the graph; what a node has with itself does not count. The matrix is only read.
 */
export function louvain(matrix: SimilarityMatrix, { resolution, seed }: LouvainOptions): Int32Array {
  const random = seededRandom(seed);
  let labels = Int32Array.from({ length: matrix.size }, (_, index) => index);
  let graph = graphOf(matrix);
  for (;;) {
    const order = shuffledRange(graph.size, random);
    const moved = moveNodes(graph, order, resolution);
    if (!moved) return relabel(labels).labels;
    const communities = relabel(moved);
    labels = labels.map((label) => communities.labels[label]!);
    graph = aggregate(graph, communities.labels, communities.count);
  }
}

interface Graph extends SimilarityMatrix {
  /** What each node has with itself: nothing at first, later what its members have among themselves. */
  own: Float64Array;
  degrees: Float64Array;
  total: number;
}

function graphOf(matrix: SimilarityMatrix): Graph {
  return withDegrees(matrix, new Float64Array(matrix.size));
}

function withDegrees({ size, values }: SimilarityMatrix, own: Float64Array): Graph {
  const degrees = new Float64Array(size);
  let total = 0;
  for (let node = 0; node < size; node += 1) {
    const row = values.subarray(node * size, (node + 1) * size);
    let degree = own[node]! - row[node]!;
    for (let other = 0; other < row.length; other += 1) degree += row[other]!;
    degrees[node] = degree;
    total += degree;
  }
  return { size, values, own, degrees, total: total || 1 };
}

/** The community of each node after all moves that gain something; undefined if there are none. */
function moveNodes(graph: Graph, order: Int32Array, resolution: number): Int32Array | undefined {
  const { size, degrees } = graph;
  const community = Int32Array.from({ length: size }, (_, index) => index);
  const degreeOf = Float64Array.from(degrees);
  const living = new LivingCommunities(size);
  const weightTo = new Float64Array(size);
  let hasMoved = false;
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    let moves = 0;
    for (const node of order) {
      const from = community[node]!;
      degreeOf[from]! -= degrees[node]!;
      for (const label of living.labels) weightTo[label] = 0;
      sumWeights(graph, node, community, weightTo);
      const price = (resolution * degrees[node]!) / graph.total;
      const to = bestCommunity({ from, labels: living.labels, weightTo, degreeOf, price });
      degreeOf[to]! += degrees[node]!;
      if (to === from) continue;
      community[node] = to;
      living.move(from, to);
      moves += 1;
    }
    if (moves > 0) hasMoved = true;
    if (moves === 0 || moves < size * SHARE_THAT_MOVES) break;
  }
  return hasMoved ? community : undefined;
}

/** The communities that may have nodes. Empty ones are dropped when they are half of the list. */
class LivingCommunities {
  labels: Int32Array;
  readonly #sizes: Int32Array;
  #empty = 0;

  constructor(size: number) {
    this.labels = Int32Array.from({ length: size }, (_, index) => index);
    this.#sizes = new Int32Array(size).fill(1);
  }

  /** Moves one node. Nothing moves to an empty community, since no node has a weight to it. */
  move(from: number, to: number): void {
    this.#sizes[from]! -= 1;
    this.#sizes[to]! += 1;
    if (this.#sizes[from] === 0) this.#empty += 1;
    if (this.#empty * 2 <= this.labels.length) return;
    this.labels = this.labels.filter((label) => this.#sizes[label]! > 0);
    this.#empty = 0;
  }
}

/** Adds what a node has with each community, itself left out. */
function sumWeights({ size, values }: Graph, node: number, community: Int32Array, weightTo: Float64Array): void {
  const row = values.subarray(node * size, (node + 1) * size);
  for (let other = 0; other < row.length; other += 1) weightTo[community[other]!]! += row[other]!;
  weightTo[community[node]!]! -= row[node]!;
}

interface Choice {
  from: number;
  labels: Int32Array;
  weightTo: Float64Array;
  degreeOf: Float64Array;
  /** What joining costs for each unit of a community's degree: the weight that chance would give. */
  price: number;
}

function bestCommunity({ from, labels, weightTo, degreeOf, price }: Choice): number {
  let best = from;
  let bestGain = weightTo[from]! - price * degreeOf[from]!;
  for (let place = 0; place < labels.length; place += 1) {
    const label = labels[place]!;
    if (weightTo[label]! <= 0) continue;
    const gain = weightTo[label]! - price * degreeOf[label]!;
    if (gain > bestGain + LEAST_GAIN) {
      bestGain = gain;
      best = label;
    }
  }
  return best;
}

/** The graph whose nodes are the communities of another. */
function aggregate({ size, values, own }: Graph, labels: Int32Array, count: number): Graph {
  const merged = new Float32Array(count * count);
  const ownOfMerged = new Float64Array(count);
  for (let node = 0; node < size; node += 1) {
    const row = values.subarray(node * size, (node + 1) * size);
    const label = labels[node]!;
    const sums = merged.subarray(label * count, (label + 1) * count);
    for (let other = 0; other < row.length; other += 1) sums[labels[other]!]! += row[other]!;
    sums[label]! -= row[node]!;
    ownOfMerged[label]! += own[node]!;
  }
  for (let label = 0; label < count; label += 1) {
    ownOfMerged[label]! += merged[label * count + label]!;
    merged[label * count + label] = 0;
  }
  return withDegrees({ size: count, values: merged }, ownOfMerged);
}
