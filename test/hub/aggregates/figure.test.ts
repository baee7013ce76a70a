import fc from 'fast-check';
import { expect, test } from 'vitest';
import { computeFigure, mayPublish } from '../../../src/hub/aggregates/figure.ts';
import { meanInterval, studentQuantile } from '../../../src/hub/aggregates/interval.ts';
import type { Answer } from '../../../src/model/entry/answer.ts';

/** One answer of each of several people. */
const ofPeople = (answers: Answer[]) =>
  answers.map((answer, nth) => ({ answer, install: `install-${nth}`, person: `person-${nth}` }));
/** So many answers of each option. */
const chosen = (counts: Record<string, number>): Answer[] =>
  Object.entries(counts).flatMap(([option, count]) => Array.from({ length: count }, () => ({ what: 'choice' as const, option })));
const shares = (counts: Record<string, number>) => {
  const figure = computeFigure(ofPeople(chosen(counts)), 2);
  return figure?.what === 'choice' ? figure.shares : expect.unreachable();
};

test.each([
  [4, 2.776],
  [5, 2.571],
  [9, 2.262],
  [29, 2.045],
  [1000, 1.962],
])('Student’s t with %i degrees of freedom has its 95 % point at %f', (degrees, point) => {
  expect(Math.abs(studentQuantile(degrees) - point) / point).toBeLessThan(0.003);
});

test('a mean has its 95 % confidence interval', () => {
  const { mean, low, high } = meanInterval([50, 60, 70, 80, 90]);
  expect([mean, low, high].map((one) => Number(one.toFixed(1)))).toEqual([70, 50.4, 89.6]);
});

test('a UMUX-Lite score is a rounded mean whose interval stays within 0 to 100', () => {
  const rated = (capabilities: number, ease: number): Answer => ({ what: 'umux-lite', capabilities, ease });
  const some = [rated(7, 7), rated(7, 7), rated(7, 6), rated(6, 6), rated(2, 3)];
  expect(computeFigure(ofPeople(some), 2)).toEqual({ what: 'umux-lite', score: 80, low: 41, high: 100 });
});

test.each([
  ['shares in steps of five', { a: 17, b: 32, c: 51 }, { a: 15, b: 30, c: 50 }],
  ['under five people are few, all but these are most', { a: 3, b: 17 }, { a: 'few', b: 'most' }],
  [
    'the share from which a small one could be derived is withheld',
    { a: 3, b: 20, c: 8, d: 9 },
    { a: 'few', b: 50, c: 'withheld', d: 25 },
  ],
  ['two that are few hide each other', { a: 3, b: 2, c: 15 }, { a: 'few', b: 'few', c: 75 }],
  ['an option that all chose reads most', { a: 20 }, { a: 'most' }],
  ['a share too small for a step is few', { a: 6, b: 494 }, { a: 'few', b: 'most' }],
] as const)('%s', (_, counts, expected) => {
  expect(shares(counts)).toEqual(expected);
});

test('no share covers fewer than five people, by itself or by the remainder', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 2, maxLength: 7 }), (counts) => {
      const people = counts.reduce((sum, one) => sum + one, 0);
      const shown = shares(Object.fromEntries(counts.map((count, nth) => [`option-${nth}`, count])));
      counts.forEach((count, nth) => {
        const one = shown[`option-${nth}`];
        if (typeof one !== 'number') return;
        expect(count).toBeGreaterThanOrEqual(5);
        expect(people - count).toBeGreaterThanOrEqual(5);
        // In whole numbers: half a step is off by a last digit otherwise.
        expect(Math.abs(one * people - count * 100)).toBeLessThanOrEqual(2.5 * people);
      });
      const hidden = Object.values(shown).filter((one) => typeof one !== 'number');
      if (hidden.length === 1) expect(hidden[0]).not.toBe('few');
    }),
  );
});

test('a share covers five people, not five installs', () => {
  const options = ['a', 'b', 'c'].flatMap((option, at) => Array.from({ length: [7, 12, 20][at]! }, () => option));
  const ofInstalls = options.map((option, nth) => ({
    answer: { what: 'choice' as const, option },
    install: `install-${nth}`,
    person: null,
  }));
  expect(computeFigure(ofInstalls, 1)).toEqual({ what: 'choice', shares: { a: 20, b: 30, c: 50 } });
  expect(computeFigure(ofInstalls, 2)).toEqual({ what: 'choice', shares: { a: 'few', b: 'withheld', c: 50 } });
});

test.each([
  ['umux-lite', 4, 4, false],
  ['umux-lite', 5, 5, true],
  ['choice', 9, 9, false],
  ['words', 10, 10, true],
  ['umux-lite', 9, 4, false],
  ['umux-lite', 9, 5, true],
  ['umux-lite', 4, 4, false],
  ['choice', 30, 9, false],
  ['choice', 20, 10, true],
] as const)('a figure of kind %s with %i people, %i of them new: may be published? %s', (what, people, newcomers, may) => {
  expect(mayPublish(what, people, newcomers)).toBe(may);
});
