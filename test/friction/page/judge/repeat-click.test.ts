import { expect, test } from 'vitest';
import type { ControlKind, Fact } from '../../../../src/friction/facts.ts';
import { repeatClick } from '../../../../src/friction/page/judge/repeat-click.ts';
import { findingsOf, press, sign, target } from '../../judge-story.ts';

const presses = (ats: number[], kind: ControlKind = 'button') => ats.map((at) => press(at, target(kind)));
const four = [0, 200, 400, 600];
/** Four presses; after each, the page shows these states. */
const steps = (states: (press: number) => number[]): Fact[] =>
  four.flatMap((at, n) => [
    press(at),
    ...states(n).map((shows, k): Fact => ({ is: 'sign', at: at + 50 + k, by: 'mutation', shows })),
  ]);
const own = (at: number): Fact => ({ is: 'sign', at, by: 'mutation', own: true });

test.each<[string, Fact[], boolean]>([
  ['four within a second', presses(four), true],
  ['four in exactly a second', presses([0, 300, 600, 1000]), true],
  ['four in a little more', presses([0, 300, 600, 1001]), false],
  ['four among slow ones', presses([0, 900, 1800, 2000, 2200, 2400]), true],
  ['three', presses([0, 100, 200]), false],
  ['another control between', [...presses([0, 100]), press(200, target('button', 2)), ...presses([300, 400])], false],
  ['on no control', four.map((at) => press(at, null)), false],
  ['in a box of 30 px', four.map((at, n) => press(at, target(), 10 + n * 10, 10)), true],
  ['in a wider box', four.map((at, n) => press(at, target(), 10 + n * 11, 10)), false],
  ['a scroll in the chain', [...presses(four), { is: 'scrolled', at: 650, box: 1, top: 1 }], false],
  ['text selected in the chain', [...presses(four), sign(300, 'selection')], false],
  ['a drag in the chain', [...presses(four), { is: 'dragged', at: 620 }], false],
  ['each answered in its own event', four.flatMap((at) => [press(at), own(at)]), false],
  ['all but one answered in its own event', four.flatMap((at) => [press(at), ...(at === 400 ? [] : [own(at)])]), true],
  ['each answered later', four.flatMap((at) => [press(at), sign(at + 50)]), true],
  ['each answered later with something else', steps((n) => [n]), false],
  ['each but the last answered later with something else', steps((n) => (n === 3 ? [] : [n])), false],
  ['each answered later with the same', steps(() => [7]), true],
  ['answered to and fro', steps((n) => [n % 2]), true],
  ['an answer that comes after the next press', steps((n) => (n === 1 ? [] : n === 2 ? [1, 2] : [n])), false],
  ['all answered together after the last, once for each', steps((n) => (n === 3 ? [0, 1, 2, 3] : [])), false],
  ['an animation after the last', steps((n) => (n === 3 ? [0, 1, 2, 3, 4, 5] : [])), true],
  ['one answer too few after the last', steps((n) => (n === 3 ? [0, 1, 2] : [])), true],
  ['one not answered', steps((n) => (n === 1 ? [] : [n])), true],
  ['an animation between them', steps((n) => [0, 1, 2, 3].map((state) => 10 * n + state)), true],
  [
    'each answered with something else, after an error',
    [press(0), { is: 'error', at: 1, by: 'request' }, ...steps((n) => [n])],
    true,
  ],
  ...(['text', 'editable', 'stepper', 'toggle', 'slider', 'spinbutton', 'canvas', 'inert'] as const).map(
    (kind): [string, Fact[], boolean] => [`on ${kind}`, presses(four, kind), false],
  ),
  ...(['clickable', 'link', 'download', 'select'] as const).map((kind): [string, Fact[], boolean] => [
    `on ${kind}`,
    presses(four, kind),
    true,
  ]),
])('repeated presses: %s', (_, story, found) => {
  expect(findingsOf(repeatClick, story).length).toBe(found ? 1 : 0);
});

test('a chain of presses is found once, with the number of presses that got a response', () => {
  const story = [0, 150, 300, 450, 600, 750].flatMap((at) => (at < 300 ? [press(at), sign(at + 50)] : [press(at)]));
  expect(findingsOf(repeatClick, story)).toEqual([{ signal: 'repeat-click', at: 0, control: 1, count: 6, responded: 2 }]);
});

test('two chains are found separately', () => {
  expect(findingsOf(repeatClick, [...presses(four), ...presses(four.map((at) => at + 5000))]).length).toBe(2);
});

test('the end of the page ends the chain', () => {
  expect(findingsOf(repeatClick, [...presses(four), { is: 'end', at: 700 }]).length).toBe(1);
});
