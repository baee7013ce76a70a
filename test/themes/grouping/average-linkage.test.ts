import fc from 'fast-check';
import { expect, test } from 'vitest';
import { averageLinkage, cutMerges } from '../../../src/themes/grouping/average-linkage.ts';
import type { SimilarityMatrix } from '../../../src/themes/grouping/similarity-matrix.ts';

function symmetric(size: number, similarity: (a: number, b: number) => number): SimilarityMatrix {
  const values = new Float32Array(size * size);
  for (let a = 0; a < size; a += 1)
    for (let b = 0; b < a; b += 1) {
      values[a * size + b] = similarity(a, b);
      values[b * size + a] = values[a * size + b]!;
    }
  return { size, values };
}

/** Average linkage as it is defined: looks at all pairs of clusters for each merge. */
function slowLinkage({ size, values }: SimilarityMatrix, cut: number): number[][] {
  let clusters = Array.from({ length: size }, (_, node) => [node]);
  const mean = (one: number[], other: number[]) =>
    one.flatMap((a) => other.map((b) => values[a * size + b]!)).reduce((sum, value) => sum + value, 0) /
    (one.length * other.length);
  for (;;) {
    const pairs = clusters.flatMap((one, place) =>
      clusters.slice(place + 1).map((other) => ({ one, other, mean: mean(one, other) })),
    );
    const best = pairs.sort((a, b) => b.mean - a.mean)[0];
    if (!best || best.mean < cut) return clusters;
    clusters = [...clusters.filter((cluster) => cluster !== best.one && cluster !== best.other), [...best.one, ...best.other]];
  }
}

const asSets = (groups: readonly (readonly number[])[]) => groups.map((group) => [...group].sort((a, b) => a - b).join()).sort();

function groupsOf(labels: Int32Array): number[][] {
  const groups: number[][] = [];
  labels.forEach((label, node) => {
    groups[label] ??= [];
    groups[label].push(node);
  });
  return groups;
}

test('clusters at a cut are those of the definition, whatever the similarities are', () => {
  const similarities = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 28, maxLength: 28 });
  fc.assert(
    fc.property(similarities, fc.double({ min: 0.2, max: 0.8, noNaN: true }), (list, cut) => {
      // Without ties: equal similarities may be joined in any order.
      const matrix = symmetric(8, (a, b) => list[(a * (a - 1)) / 2 + b]! * 0.9 + ((a * (a - 1)) / 2 + b) * 1e-3);
      const expected = slowLinkage(matrix, cut);
      const merges = averageLinkage({ size: 8, values: matrix.values.slice() });
      expect(asSets(groupsOf(cutMerges(merges, 8, cut)))).toEqual(asSets(expected));
    }),
    { seed: 7 },
  );
});

test('two nodes that may not be joined stay apart, also when a third is like both', () => {
  const never = Number.NEGATIVE_INFINITY;
  const matrix = symmetric(3, (a, b) => (a === 1 && b === 0 ? never : 0.9));
  const labels = cutMerges(averageLinkage(matrix), 3, 0);
  expect(labels[0]).not.toBe(labels[1]);
  expect([labels[0], labels[1]]).toContain(labels[2]);
});

test('nodes that may be joined with none stay alone, and it ends', () => {
  const merges = averageLinkage(symmetric(4, () => Number.NEGATIVE_INFINITY));
  expect(merges).toEqual([]);
});

test('a node that stands for many counts as many in the mean', () => {
  const similarity = [0.9, 0.8, 0.2];
  const matrix = () => symmetric(3, (a, b) => similarity[a + b - 1]!);
  const alike = averageLinkage(matrix())[1]!.similarity;
  const weighted = averageLinkage(matrix(), Float64Array.of(1, 9, 1))[1]!.similarity;
  expect(alike).toBeCloseTo(0.5, 5);
  expect(weighted).toBeCloseTo(0.26, 5);
});
