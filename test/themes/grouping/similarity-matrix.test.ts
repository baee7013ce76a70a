import { expect, test } from 'vitest';
import { meanSimilarities } from '../../../src/themes/grouping/similarity-matrix.ts';
import { tfIdf } from '../../../src/themes/text/tf-idf.ts';

test('the matrix is symmetric to the last bit, beyond one square of it as well', () => {
  const documents = Array.from({ length: 150 }, (_, index) => [
    'all',
    `third ${index % 3}`,
    `seventh ${index % 7}`,
    `own ${index}`,
  ]);
  const { size, values } = meanSimilarities([tfIdf(documents)]);
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < row; column += 1) expect(values[row * size + column]).toBe(values[column * size + row]);
});

test('the same terms give 1, no shared term gives 0, and what has no terms is like nothing', () => {
  const { values } = meanSimilarities([tfIdf([['a', 'b'], ['b', 'a'], ['c'], []])]);
  expect(values[1]).toBeCloseTo(1, 6);
  expect(values[2]).toBe(0);
  expect([...values.slice(12)]).toEqual([0, 0, 0, 0]);
});

test('several views give the mean of their cosines, also in a matrix that is used again', () => {
  const views = [tfIdf([['a'], ['a']]), tfIdf([['a'], ['b']])];
  const used = meanSimilarities([views[0]!]);
  expect([...used.values]).toEqual([1, 1, 1, 1]);
  const mean = meanSimilarities(views, used);
  expect(mean.values).toBe(used.values);
  expect([...mean.values]).toEqual([1, 0.5, 0.5, 1]);
});

test('no texts have an empty matrix', () => {
  expect(meanSimilarities([tfIdf([])])).toEqual({ size: 0, values: new Float32Array(0) });
});
