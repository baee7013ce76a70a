import { expect, test } from 'vitest';
import { decodeNeighbourhood, encodeNeighbourhood, nearest } from '../../../src/locator/match/neighbourhood.ts';
import { signature } from './signature.ts';

const signatures = Array.from({ length: 300 }, (_, i) => signature(`control ${String.fromCharCode(97 + (i % 26))}${i}`, i % 64));

test('a neighbourhood is decoded as it was encoded, and fits into an anchor', () => {
  const { near, at } = nearest(signatures, 200);
  expect(encodeNeighbourhood(near).length).toBeLessThanOrEqual(2000);
  expect(decodeNeighbourhood(encodeNeighbourhood(near))[at]).toMatchObject(signatures[200]!);
});

test('a neighbourhood near the end of the page ends with the page', () => {
  expect(nearest(signatures, 290).near.at(-1)).toBe(signatures.at(-1));
});

test('a neighbourhood on a small page is the whole page', () => {
  expect(nearest(signatures.slice(0, 70), 3)).toEqual({ near: signatures.slice(0, 70), at: 3 });
});
