import { expect, test } from 'vitest';
import type { Fact } from '../../../../src/friction/facts.ts';
import { slowResponse } from '../../../../src/friction/page/judge/slow-response.ts';
import { click, findingsOf, press, request, sign, target } from '../../judge-story.ts';

/** The click is at 80 ms. */
const story = (...facts: Fact[]) => findingsOf(slowResponse, [press(0), click(0), ...facts]);
const slow = (ms: number, more = {}) => [{ signal: 'slow-response', at: 0, control: 1, ms, ...more }];

test.each<[string, Fact[], object[]]>([
  ['at once', [sign(100), request(90, 3900)], []],
  ['at 3 s', [sign(3080), request(90, 3070)], []],
  ['after 3 s', [sign(3580), request(90, 3570)], slow(3500)],
  ['the request is reported before the sign', [request(90, 3570), sign(3580)], slow(3500)],
  ['after 7 s', [sign(7580), request(90, 7570)], slow(7500, { severe: true })],
  ['late, without a request', [sign(3580)], []],
  ['requested too late to belong to the click', [request(2700, 5000), sign(5010)], []],
  ['a spinner at once', [sign(90), sign(5000), request(90, 4990)], []],
  ['requested, and nothing shown', [request(90, 4590)], slow(4500, { what: 'nothing-shown' })],
  ['requested, answered quickly, and nothing shown', [request(90, 400)], []],
  ['the page is left', [sign(90, 'leaving'), request(90, 3570), { is: 'end', at: 4080 }], []],
  ['the person leaves before the page did anything', [{ is: 'end', at: 4080 }], []],
  ['another control is pressed meanwhile', [press(2000, target('button', 2)), sign(3580), request(90, 3570)], []],
  ['the same control is pressed meanwhile', [press(2000), sign(3580), request(90, 3570)], slow(3500)],
  ['focus and selection show nothing', [sign(100, 'focus'), sign(100, 'selection'), sign(3580), request(90, 3570)], slow(3500)],
])('response to a click: %s', (_, facts, found) => {
  expect(story(...facts)).toEqual(found);
});

test.each([
  [3000, []],
  [3001, [{ signal: 'slow-response', at: 6999, ms: 3001, what: 'page-load' }]],
  [7001, [{ signal: 'slow-response', at: 2999, ms: 7001, what: 'page-load', severe: true }]],
])('a page that loaded in %i ms', (ms, found) => {
  expect(findingsOf(slowResponse, [{ is: 'loaded', at: 10_000, ms }])).toEqual(found);
});
