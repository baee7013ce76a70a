import { expect, test } from 'vitest';
import { corpus, nameOf } from '../../friction/corpus/corpus.ts';
import { gestures } from '../../friction/corpus/gestures.ts';
import { NTH_IN_FIREFOX, nameOfGesture, subsetOf } from './corpus-subset.ts';

test('without a pattern and a share, everything is chosen', () => {
  const { cases, gestures: all } = subsetOf({ only: undefined, nth: 1, canTouch: true });
  expect([cases.length, all.length]).toEqual([corpus.length, gestures.length]);
});

test('a share has all families in the proportions of the corpus, and says by which rule', () => {
  const { cases, gestures: some, rule } = subsetOf({ only: undefined, nth: NTH_IN_FIREFOX, canTouch: false });
  const families = [
    (one: (typeof corpus)[number]) => one.truth === 'broken' && one.around === 'quiet',
    (one: (typeof corpus)[number]) => one.truth === 'broken' && one.around !== 'quiet',
    (one: (typeof corpus)[number]) => one.native !== undefined,
    (one: (typeof corpus)[number]) => one.truth === 'live' && !one.native && one.around === 'quiet',
    (one: (typeof corpus)[number]) => one.truth === 'live' && !one.native && one.around !== 'quiet',
  ];
  for (const isIn of families)
    expect(Math.abs(cases.filter(isIn).length - corpus.filter(isIn).length / NTH_IN_FIREFOX)).toBeLessThan(1);
  expect(new Set(some.map(({ rage }) => rage)).size).toBe(2);
  expect(rule).toContain(`every ${NTH_IN_FIREFOX}th`);
});

test('a share does not depend on the order of the corpus, but on names alone', () => {
  const names = subsetOf({ only: undefined, nth: 4, canTouch: true }).cases.map(nameOf);
  const quietBroken = corpus.filter(({ truth, around }) => truth === 'broken' && around === 'quiet').map(nameOf);
  expect(names).toContain(quietBroken.toSorted()[0]);
  expect(names).toContain(quietBroken.toSorted()[4]);
});

test('a pattern chooses by name, also for a browser that usually runs a share', () => {
  const { cases, gestures: some } = subsetOf({ only: '^switch', nth: NTH_IN_FIREFOX, canTouch: false });
  expect(cases.length).toBe(corpus.filter((one) => nameOf(one).startsWith('switch')).length);
  expect(some.every((one) => nameOfGesture(one).startsWith('switch'))).toBe(true);
});

test('gestures by touch are left out where a browser cannot make them, and the rule says how many', () => {
  const all = subsetOf({ only: '.', nth: 1, canTouch: true });
  const without = subsetOf({ only: '.', nth: 1, canTouch: false });
  const touches = gestures.filter(({ byTouch }) => byTouch).length;
  expect(touches).toBeGreaterThan(0);
  expect(without.gestures.length).toBe(all.gestures.length - touches);
  expect(without.rule).toContain(`${touches} gestures by touch are left out`);
});
