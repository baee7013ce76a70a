import { expect, test } from 'vitest';
import { viewTexts } from '../../../src/themes/grouping/label-views.ts';
import { centralTexts } from '../../../src/themes/naming/central-texts.ts';

const texts = ['print order list', 'print order', 'order list', 'menu'];
const views = viewTexts(texts, 'en');

test('the texts that are most like all others come first', () => {
  const [first, second] = centralTexts(views, [0, 1, 2, 3]);
  expect(first).toBe(0);
  expect([1, 2]).toContain(second);
});

test('members with the same words are quoted once, and a single member is its own quote', () => {
  expect(centralTexts(views, [1, 1, 1, 3])).toEqual([0, 3]);
  expect(centralTexts(views, [3])).toEqual([0]);
});
