import { expect, test } from 'vitest';
import type { ControlKind, Fact, Sign } from '../../../../src/friction/facts.ts';
import { runJudges } from '../../../../src/friction/judge.ts';
import { noResponse } from '../../../../src/friction/page/judge/no-response.ts';
import { click, findingsOf, request, sign, target } from '../../judge-story.ts';

/** Pressed at 10 s; the click follows 80 ms later. */
const at = 10_000;
const dead = (story: Fact[]) => findingsOf(noResponse, story).length;

test.each<[Sign, number, boolean]>([
  ['mutation', -101, true],
  ['mutation', -100, false],
  ['mutation', 2580, false],
  ['mutation', 2581, true],
  ['navigation', 2000, false],
  ['leaving', 2000, false],
  ['input', 10, false],
  ['toggle', 10, false],
  ['dialog', 10, false],
  ['media', 100, false],
  ['print', 100, false],
  ['clipboard', 100, false],
  ['open', 1000, false],
  ['busy', 85, false],
  ['field-state', 230, false],
  ['canvas', 230, false],
  ['moved-focus', 90, false],
  ['scroll', 380, false],
  ['scroll', 381, true],
  ['selection', 180, false],
  ['selection', 181, true],
  ['focus', -1000, false],
  ['focus', -1001, true],
  ['focus', 1080, false],
  ['focus', 1081, true],
])('sign "%s" at %i ms: no response is found: %s', (by, ms, found) => {
  const emitted = sign(at + ms, by);
  expect(dead(ms < 80 ? [emitted, click(at)] : [click(at), emitted])).toBe(found ? 1 : 0);
});

test.each<[ControlKind, boolean]>([
  ['button', true],
  ['clickable', true],
  ['toggle', true],
  ['stepper', true],
  ['slider', false],
  ['spinbutton', false],
  ['link', false],
  ['download', false],
  ['file', false],
  ['text', false],
  ['select', false],
  ['editable', false],
  ['canvas', false],
  ['media', false],
  ['embed', false],
  ['inert', false],
])('a click on a control of kind %s is judged: %s', (kind, judged) => {
  expect(dead([click(at, target(kind))])).toBe(judged ? 1 : 0);
});

test('a request that began in time is a sign, although it is reported when it has ended', () => {
  expect(dead([click(at), request(at + 100, at + 9000)])).toBe(0);
  expect(dead([click(at), request(at + 2600, at + 9000)])).toBe(1);
});

test('a click on a control that opened on hover is not judged', () => {
  expect(dead([click(at, { ...target(), openedOnHover: true })])).toBe(0);
});

test('no response is found at most once per element and second', () => {
  expect(dead([click(at), click(at + 400), click(at + 900)])).toBe(1);
  expect(dead([click(at), click(at + 1100)])).toBe(2);
  expect(dead([click(at), click(at + 400, target('button', 2))])).toBe(2);
});

test('a sign after a later click is no response to an earlier one', () => {
  expect(findingsOf(noResponse, [click(at), click(at + 5000, target('button', 2)), sign(at + 5100)])).toEqual([
    { signal: 'no-response', at, control: 1 },
  ]);
});

test.each([
  ['silent for its time', 2580, 1],
  ['left before its time is over', 2579, 0],
])('a click is judged when the page is left: %s', (_, ms, count) => {
  expect(findingsOf(noResponse, [click(at), { is: 'end', at: at + ms }], at + 5000).length).toBe(count);
});

test('a control is suspected, once, when its time for a response has passed', () => {
  const runner = runJudges({ noResponse });
  const suspects = [click(at), { is: 'tick', at: at + 2581 } as const, { is: 'tick', at: at + 4000 } as const].flatMap(
    (fact) => runner.judge(fact).suspects,
  );
  expect(suspects).toEqual([1]);
});
