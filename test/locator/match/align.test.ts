import { expect, test } from 'vitest';
import { align } from '../../../src/locator/match/align.ts';
import { signature } from './signature.ts';

test('aligned lists keep their order, and what was removed has no partner', () => {
  const old = ['New', 'Edit', 'Copy', 'Delete', 'Print'].map((name) => signature(name));
  const now = ['New', 'Edit', 'Delete', 'Export', 'Print'].map((name) => signature(name));
  const { chance, familiarShare } = align(old, now);
  const chancesOf = (i: number) => chance.slice(i * now.length, (i + 1) * now.length);
  expect(chancesOf(1)[1]).toBeGreaterThan(0.9);
  expect(chancesOf(3)[2]).toBeGreaterThan(0.5);
  expect(Math.max(...chancesOf(2))).toBeLessThan(0.5);
  expect(familiarShare).toBeCloseTo(0.8);
});

test('aligning long lists of equal controls stays within the range of numbers', () => {
  const signatures = Array.from({ length: 100 }, () => signature('Edit'));
  const { chance } = align(signatures, signatures.concat(signatures));
  expect(chance).toHaveLength(20_000);
  expect(chance.every(Number.isFinite)).toBe(true);
});
