import fc from 'fast-check';
import { expect, test } from 'vitest';
import { computeFigure, MIN_PEOPLE } from '../../../src/hub/aggregates/figure.ts';
import { meanInterval, studentQuantile } from '../../../src/hub/aggregates/interval.ts';
import type { Answer } from '../../../src/model/entry/answer.ts';

/** One answer of each of several people. */
const ofPeople = (answers: Answer[]) =>
  answers.map((answer, nth) => ({ answer, install: `install-${nth}`, person: `person-${nth}` }));
const context = { question: 'p/how/choice', week: '2026-11-23', options: [] as string[], installsPerPerson: 2 };
/** So many answers of each option. */
const chosen = (counts: Record<string, number>): Answer[] =>
  Object.entries(counts).flatMap(([option, count]) => Array.from({ length: count }, () => ({ what: 'choice' as const, option })));
const shares = (counts: Record<string, number>, options: string[] = []) => {
  const figure = computeFigure(ofPeople(chosen(counts)), { ...context, options });
  return figure?.what === 'choice' ? figure.shares : undefined;
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

const rated = (capabilities: number, ease: number): Answer => ({ what: 'umux-lite', capabilities, ease });

test('a UMUX-Lite score of few people is a mean in steps of five, and its interval stays within 0 to 100', () => {
  const some = [rated(7, 7), rated(7, 7), rated(7, 6), rated(6, 6), rated(2, 3)];
  expect(computeFigure(ofPeople(some), context)).toEqual({ what: 'umux-lite', score: 80, low: 40, high: 100 });
});

test('every score fits at least three sums of ratings', () => {
  for (const people of [5, 9, 24, 25, 60]) {
    const scoreOf = (points: number) => {
      const ratings = Array.from({ length: people }, (_, nth) => Math.min(12, Math.max(0, points - 12 * nth)));
      const figure = computeFigure(
        ofPeople(ratings.map((one) => rated(1 + Math.min(6, one), 1 + Math.max(0, one - 6)))),
        context,
      );
      return figure?.what === 'umux-lite' ? figure.score : undefined;
    };
    const middle = Array.from({ length: 12 * people - 1 }, (_, nth) => 1 + nth);
    const fitting = Map.groupBy(middle, scoreOf);
    const inner = [...fitting].filter(([score]) => score !== undefined && score > 5 && score < 95);
    for (const [score, sums] of inner) expect(sums.length, `${score} of ${people}`).toBeGreaterThanOrEqual(3);
  }
});

test('equal ratings give no score', () => {
  expect(computeFigure(ofPeople(Array.from({ length: 12 }, () => rated(6, 6))), context)).toBeUndefined();
});

test.each([
  ['shares in steps of five', { a: 17, b: 32, c: 51 }, { a: 15, b: 30, c: 50 }],
  ['ten people or fewer are few, all but these are most', { a: 3, b: 57 }, { a: 'few', b: 'most' }],
  [
    'the share from which a small one could be derived is withheld',
    { a: 3, b: 40, c: 17, d: 20 },
    { a: 'withheld', b: 50, c: 'withheld', d: 25 },
  ],
  [
    'small ones that cannot be told apart from each other alone',
    { a: 3, b: 2, c: 45, d: 50 },
    { a: 'withheld', b: 'withheld', c: 'withheld', d: 50 },
  ],
  ['an option that all chose reads most', { a: 40 }, { a: 'most' }],
  ['a share too small for a step is few', { a: 12, b: 988 }, { a: 'few', b: 'most' }],
  ['of a smaller group, shares in larger steps', { a: 14, b: 20 }, { a: 40, b: 60 }],
  ['of a group too small for any words, nothing', { a: 12, b: 10 }, undefined],
] as const)('%s', (_, counts, expected) => {
  expect(shares(counts)).toEqual(expected);
});

test('a choice has a figure from the stated number of people on', () => {
  const halves = (people: number) => shares({ a: Math.ceil(people / 2), b: Math.floor(people / 2) });
  for (let people = 10; people < 120; people++)
    expect(halves(people) !== undefined, `${people}`).toBe(people >= MIN_PEOPLE.choice);
});

test('an option that nobody chose is not told from one that few chose', () => {
  expect(shares({ a: 30, b: 40 }, ['a', 'b', 'c'])).toEqual(shares({ a: 30, b: 37, c: 3 }, ['a', 'b', 'c']));
});

test('no share covers fewer than ten people, by itself or by the remainder', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 2, maxLength: 7 }), (counts) => {
      const people = counts.reduce((sum, one) => sum + one, 0);
      const shown = shares(Object.fromEntries(counts.map((count, nth) => [`option-${nth}`, count]))) ?? {};
      counts.forEach((count, nth) => {
        const one = shown[`option-${nth}`];
        if (typeof one !== 'number') return;
        expect(count).toBeGreaterThanOrEqual(10);
        expect(people - count).toBeGreaterThanOrEqual(10);
        // In whole numbers: half a step is off by a last digit otherwise.
        expect(Math.abs(one * people - count * 100)).toBeLessThanOrEqual((people >= 60 ? 2.5 : people >= 30 ? 5 : 10) * people);
      });
      const withheld = counts.filter((_, nth) => shown[`option-${nth}`] === 'withheld');
      if (withheld.length === 1) expect(withheld[0]).toBeGreaterThanOrEqual(10);
    }),
  );
});

test('a share covers ten people, not ten installs', () => {
  const options = ['a', 'b', 'c'].flatMap((option, at) => Array.from({ length: [14, 44, 60][at]! }, () => option));
  const ofInstalls = options.map((option, nth) => ({
    answer: { what: 'choice' as const, option },
    install: `install-${nth}`,
    person: null,
  }));
  const figure = (installsPerPerson: number) => computeFigure(ofInstalls, { ...context, installsPerPerson });
  expect(figure(1)).toEqual({ what: 'choice', shares: { a: 10, b: 35, c: 50 } });
  expect(figure(2)).toEqual({ what: 'choice', shares: { a: 'withheld', b: 'withheld', c: 50 } });
});
