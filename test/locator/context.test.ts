import { expect, test } from 'vitest';
import { contextOf } from '../../src/locator/context.ts';
import type { Seen } from '../../src/locator/seen.ts';
import { strokeOf } from '../../src/locator/sketch.ts';
import { soughtOf } from '../../src/locator/sought.ts';
import { print } from '../../src/locator/words.ts';

const withStroke = (seen: Seen): Seen => ({ ...seen, stroke: strokeOf(seen, 1280) });
const control = (name: string, tag = 'button') =>
  withStroke({
    key: print(name),
    role: 'button',
    tag,
    type: '',
    ids: [],
    href: [],
    classes: [],
    icon: [],
    path: [1, 2],
    x: 8,
    y: 8,
  } as unknown as Seen);
const page = (...names: string[]) => names.map((name) => control(name));
const old = page('New', 'Edit', 'Copy', 'Delete', 'Print', '4711');
const contextOn = (now: Seen[], language = '') =>
  contextOf({ ...soughtOf({ role: 'button', language: 'en' }), strokes: old.map(({ stroke }) => stroke), at: 2 }, now, {
    language,
  });

test.each([
  ['the same page', old, 'en', { exact: 1, foreign: 0 }],
  [
    'the same build in other words',
    page('Neu', 'Bearbeiten', 'Kopieren', 'Löschen', 'Drucken', '4711'),
    '',
    { exact: 1, foreign: 1 },
  ],
  ['one renamed of five', page('New', 'Change', 'Copy', 'Delete', 'Print', '4711'), 'en', { exact: 1, foreign: 0.2 }],
  ['another language said by the page itself', old, 'de-at', { exact: 1, foreign: 1 }],
  ['another variety of the language', old, 'en-gb', { exact: 1, foreign: 0 }],
  ['another build', old.map((one) => withStroke({ ...one, tag: 'a' })), 'en', { exact: 0, foreign: 0 }],
])('%s', (_, now, language, expected) => {
  const { exact, foreign } = contextOn(now, language);
  expect(exact).toBeCloseTo(expected.exact);
  expect(foreign).toBeCloseTo(expected.foreign);
});

test('a control taken out leaves a gap that its neighbours have closed', () => {
  const { gap, closed, chance } = contextOn(page('New', 'Edit', 'Delete', 'Print', '4711'));
  expect(gap).toBeGreaterThan(0.5);
  expect(closed).toBeGreaterThan(0.5);
  expect(Math.max(...Array.from(chance))).toBeLessThan(0.5);
});

test('another control of the page as it was is claimed by that one', () => {
  const { claimed, other, both } = contextOn(old);
  expect([...Array.from(claimed)].map((share) => share > 0)).toEqual([true, true, false, true, true, true]);
  expect(other[3]).toBeGreaterThan(0.9);
  expect(both[2]).toBeGreaterThan(0.8);
});
