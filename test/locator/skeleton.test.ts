import { expect, test } from 'vitest';
import { skeletonOf } from '../../src/locator/skeleton.ts';
import type { Stroke } from '../../src/locator/sketch.ts';
import { soughtOf } from '../../src/locator/sought.ts';
import { print } from '../../src/locator/words.ts';

const stroke = (name: string, kind = 2): Stroke => ({
  key: print(name),
  id: 0,
  role: 1,
  kind,
  look: 0,
  icon: 0,
  shape: 3,
  x: 1,
  y: 1,
});
const page = (...names: string[]) => names.map((name) => stroke(name));
const old = page('New', 'Edit', 'Copy', 'Delete', 'Print', '4711');

test.each([
  ['the same page', old, 'en', { exact: 1, foreign: 0 }],
  [
    'the same build in other words',
    page('Neu', 'Bearbeiten', 'Kopieren', 'Löschen', 'Drucken', '4711'),
    '',
    { exact: 1, foreign: 1 },
  ],
  ['one renamed of five', page('New', 'Change', 'Copy', 'Delete', 'Print', '4711'), 'en', { exact: 1, foreign: 0.2 }],
  ['another language said by the page itself', old, 'de-AT', { exact: 1, foreign: 1 }],
  ['another variety of the language', old, 'en-GB', { exact: 1, foreign: 0 }],
  ['another build', old.map((one) => ({ ...one, kind: 9 })), 'en', { exact: 0, foreign: 0 }],
])('%s', (_, now, spoken, expected) => {
  const sought = { ...soughtOf({ role: 'button', language: 'en' }), strokes: old };
  const skeleton = skeletonOf(sought, now, (i) => (i === 0 ? -1 : i), spoken);
  expect(skeleton.exact).toBeCloseTo(expected.exact);
  expect(skeleton.foreign).toBeCloseTo(expected.foreign);
});
