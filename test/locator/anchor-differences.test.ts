import { expect, test } from 'vitest';
import { anchorDifferences } from '../../src/locator/anchor-differences.ts';
import type { Anchor } from '../../src/model/pack/anchor.ts';

const recorded: Anchor = {
  ...{ role: 'button', name: 'Save', language: 'en', confidence: 1 },
  traits: { tag: 'button', name: 'abc', section: 'def', landmark: 'main', box: [0, 0, 80, 20] },
};
const today = (over: Partial<Anchor> & { with?: Anchor['traits'] } = {}): Anchor => {
  const { with: traits, ...own } = over;
  return { ...recorded, ...own, traits: { ...recorded.traits, ...traits } };
};

test.each<[string, Anchor, string[]]>([
  ['nothing but its size', today({ with: { box: [0, 900, 200, 40] } }), []],
  ['its role', today({ role: 'link' }), ['role']],
  ['its name', today({ name: 'Keep', with: { name: 'xyz' } }), ['name']],
  ['a name that may be data and is not recorded', today({ name: undefined, with: { name: 'xyz' } }), ['name']],
  ['the heading above it', today({ with: { section: 'xyz' } }), ['place']],
  ['the part of the page that it is in', today({ with: { landmark: 'dialog' } }), ['place']],
  ['its row', today({ with: { row: 'xyz' } }), ['place']],
  ['what stands before it', today({ with: { precedingText: 'xyz' } }), ['place']],
  ['another that is much like it', today({ confidence: 0.6 }), ['rival']],
  ['all of it', today({ role: 'link', confidence: 0.9, with: { name: 'xyz', row: 'xyz' } }), ['role', 'name', 'place', 'rival']],
])('an author is told what differs from what was recorded: %s', (_, now, expected) => {
  expect(anchorDifferences(recorded, now)).toEqual(expected);
});

test('the only one of its kind has no rival, whatever its confidence', () => {
  expect(anchorDifferences(recorded, today({ confidence: 0.97, with: { unique: true } }))).toEqual([]);
});

test('words in another language are not compared, and the part of the page is', () => {
  const translated = today({ language: 'de-DE', name: 'Sichern', with: { name: 'xyz', section: 'xyz' } });
  expect(anchorDifferences(recorded, translated)).toEqual([]);
  expect(anchorDifferences(recorded, { ...translated, traits: { ...translated.traits, landmark: 'dialog' } })).toEqual(['place']);
});

test('an anchor that was written by hand is compared by role and by its name in any language', () => {
  const byHand: Anchor = { role: 'button', name: { en: 'Save', de: 'Sichern' } };
  expect(anchorDifferences(byHand, today())).toEqual([]);
  expect(anchorDifferences(byHand, today({ name: 'Keep' }))).toEqual(['name']);
  expect(anchorDifferences({ role: 'button' }, today())).toEqual([]);
});
