import { expect, test } from 'vitest';
import { align } from '../../../src/locator/match/align.ts';
import type { FeatureRow } from '../../../src/locator/match/features.ts';
import { decodeNeighbourhood, encodeNeighbourhood, nearest } from '../../../src/locator/match/neighbourhood.ts';
import { confidenceInputsOf } from '../../../src/locator/match/score.ts';
import { confidenceWeights, rankWeights } from '../../../src/locator/match/weights.ts';
import type { ControlSignature } from '../../../src/locator/page/candidate.ts';
import { authoredTokens, decode, decodeNumber, encode, hashWord, hashWords } from '../../../src/locator/page/hash-words.ts';
import { routeOf } from '../../../src/locator/route.ts';
import { doubtNames } from '../../bench/locate/learn/confidence-learner.ts';
import { featureNames } from '../../bench/locate/learn/priors.ts';

test('fingerprints are read as they were spelt', () => {
  const numbers = ['Save', 'order', 'Ärger', '注文'].map(hashWord);
  expect(decode(encode(numbers))).toEqual(numbers);
  expect(decode('')).toEqual([]);
  const letters = Array.from({ length: 64 }, (_, i) => i);
  expect(Array.from(letters, (i) => decodeNumber(encode(letters, 1), i, 1))).toEqual(letters);
});

test.each([
  ['counts go, long numbers stay', 'Inbox 12', 'Inbox 7', true],
  ['long numbers are names', 'Order 4711', 'Order 4712', false],
  ['case and signs', 'Save…', 'save', true],
])('words: %s', (_, a, b, same) => {
  expect(`${hashWords(a)}` === `${hashWords(b)}`).toBe(same);
});

test.each([
  ['customer-name', ['customer', 'name']],
  ['customerName', ['customer', 'name']],
  ['css-161f05s', ['css']],
  ['rc-menu-uuid-68723-1-dash', ['rc', 'menu', 'uuid', 'dash']],
  ['h1x8k2q', []],
  ['ember412', []],
  ['_7f3bq', []],
  ['btn btn-primary', ['btn', 'primary']],
])('parts of %s that look written by a person', (name, parts) => {
  expect(authoredTokens(name)).toEqual(parts.map(hashWord));
});

const signature = (key: string, x = 0): ControlSignature => ({
  key: hashWord(key),
  id: 0,
  role: 1,
  kind: 2,
  icon: 0,
  shape: 3,
  x,
});

test('a sketch is read as it was drawn, and holds the hundred nearest', () => {
  const signatures = Array.from({ length: 300 }, (_, i) =>
    signature(`control ${String.fromCharCode(97 + (i % 26))}${i}`, i % 64),
  );
  const { near, at } = nearest(signatures, 200);
  expect(encodeNeighbourhood(near).length).toBeLessThanOrEqual(2000);
  expect(decodeNeighbourhood(encodeNeighbourhood(near))[at]).toMatchObject(signatures[200]!);
  expect(nearest(signatures, 290).near.at(-1)).toBe(signatures.at(-1));
  expect(nearest(signatures.slice(0, 70), 3)).toEqual({ near: signatures.slice(0, 70), at: 3 });
});

test('pairing keeps order, and leaves what is gone without a partner', () => {
  const old = ['New', 'Edit', 'Copy', 'Delete', 'Print'].map((name) => signature(name));
  const now = ['New', 'Edit', 'Delete', 'Export', 'Print'].map((name) => signature(name));
  const { chance, familiarShare } = align(old, now);
  const partner = (i: number) => chance.slice(i * now.length, (i + 1) * now.length);
  expect(partner(1)[1]).toBeGreaterThan(0.9);
  expect(partner(3)[2]).toBeGreaterThan(0.5);
  expect(Math.max(...partner(2))).toBeLessThan(0.5);
  expect(familiarShare).toBeCloseTo(0.8);
});

test('a long list does not overflow', () => {
  const signatures = Array.from({ length: 100 }, () => signature('Edit'));
  const { chance } = align(signatures, signatures.concat(signatures));
  expect(chance).toHaveLength(20_000);
  expect(chance.every(Number.isFinite)).toBe(true);
});

test.each([
  [{ pathname: '/orders/4711/edit', hash: '' }, '/orders/:id/edit'],
  [{ pathname: '/', hash: '#/people/ada@example.com?tab=2' }, '/#/people/:id'],
  [{ pathname: '/settings', hash: '#top' }, '/settings'],
])('route of %o', (at, route) => {
  expect(routeOf(at)).toBe(route);
});

test('the weights fit what they weigh', () => {
  const row = Object.fromEntries(featureNames.map((name) => [name, 0.5])) as unknown as FeatureRow;
  expect(rankWeights).toHaveLength(featureNames.length + 1);
  expect(confidenceInputsOf(row, 1, 1, 0.5)).toHaveLength(doubtNames.length);
  expect(confidenceWeights).toHaveLength(doubtNames.length + 1);
});

test('no weight contradicts the meaning of its feature', () => {
  featureNames.forEach((name, i) => {
    if (/Not|Half/.test(name)) expect(rankWeights[i], name).toBeLessThanOrEqual(0);
    else if (!/^(familiar|kept|foreign)$/.test(name)) expect(rankWeights[i], name).toBeGreaterThanOrEqual(0);
  });
});
