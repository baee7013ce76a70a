import { expect, test } from 'vitest';
import { findHoverRevealer, findRevealer } from '../../../src/studio/recorder/find-revealer.ts';

/** What was drawn when each act began. */
const viewsOf = (drawn: Record<string, string[]>) =>
  Object.entries(drawn).map(([id, controls]) => ({ id, wasDrawn: (control: string) => controls.includes(control) }));

test('the last act before which a control was not there has made it appear', () => {
  const views = viewsOf({ menu: ['menu'], more: ['menu', 'more'], other: ['menu', 'more', 'copy'] });
  expect(findRevealer('copy', views)).toBe('more');
  expect(findRevealer('more', views)).toBe('menu');
});

test('what was there all the time was made to appear by nothing', () => {
  expect(findRevealer('menu', viewsOf({ a: ['menu'], b: ['menu'] }))).toBeUndefined();
  expect(findRevealer('menu', [])).toBeUndefined();
});

const trail = [
  { control: 'products', at: 1000 },
  { control: 'entry', at: 1400 },
];
const wasDrawn = (control: string) => control === 'products';

test('by style alone, it was the last thing pointed at that had been there before', () => {
  expect(findHoverRevealer(trail, { at: 2000, alteredAt: 0 }, wasDrawn)?.control).toBe('products');
});

test('by a script, it came soon after the pointer did', () => {
  expect(findHoverRevealer(trail, { at: 2000, alteredAt: 1200 }, wasDrawn)?.control).toBe('products');
  expect(findHoverRevealer(trail, { at: 4000, alteredAt: 3000 }, wasDrawn)).toBeUndefined();
  expect(findHoverRevealer(trail, { at: 2000, alteredAt: 900 }, wasDrawn)).toBeUndefined();
});

test('what was pointed at long ago has opened nothing', () => {
  expect(findHoverRevealer(trail, { at: 60_000, alteredAt: 0 }, wasDrawn)).toBeUndefined();
});
