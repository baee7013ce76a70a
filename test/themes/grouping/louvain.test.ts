import { expect, test } from 'vitest';
import { louvain } from '../../../src/themes/grouping/louvain.ts';

/** Groups of a size in which all are alike, and little likeness between the groups. */
function blocks(groups: number, size: number, between: number) {
  const nodes = groups * size;
  const values = Float32Array.from({ length: nodes * nodes }, (_, place) => {
    const [a, b] = [Math.floor(place / nodes), place % nodes];
    return Math.floor(a / size) === Math.floor(b / size) ? 1 : between;
  });
  return { size: nodes, values };
}

test('groups that are alike within and hardly between are found', () => {
  const labels = louvain(blocks(4, 5, 0.05), { resolution: 1, seed: 1 });
  expect([...labels]).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3]);
});

test('a greater resolution gives more communities', () => {
  const matrix = blocks(6, 4, 0.3);
  const count = (resolution: number) => new Set(louvain(matrix, { resolution, seed: 1 })).size;
  expect(count(0.5)).toBeLessThan(count(1.5));
});

test('the same seed gives the same, and the matrix is only read', () => {
  const matrix = blocks(3, 4, 0.4);
  const before = matrix.values.slice();
  expect(louvain(matrix, { resolution: 1.2, seed: 3 })).toEqual(louvain(matrix, { resolution: 1.2, seed: 3 }));
  expect(matrix.values).toEqual(before);
});

test('what is like nothing stays alone', () => {
  expect([...louvain({ size: 3, values: new Float32Array(9) }, { resolution: 1, seed: 1 })]).toEqual([0, 1, 2]);
  expect([...louvain({ size: 0, values: new Float32Array(0) }, { resolution: 1, seed: 1 })]).toEqual([]);
});
