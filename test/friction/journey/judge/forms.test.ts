import { expect, test } from 'vitest';
import type { Fact } from '../../../../src/friction/facts.ts';
import { BACK_WITHIN_MS, formAbandonment, IDLE_MS } from '../../../../src/friction/journey/judge/form-abandonment.ts';
import { reEntry } from '../../../../src/friction/journey/judge/re-entry.ts';
import { repeatedInvalid } from '../../../../src/friction/journey/judge/repeated-invalid.ts';
import { findingsOf } from '../../judge-story.ts';

const invalid = (at: number, field = 1): Fact => ({ is: 'invalid', at, field, form: 9 });
const changed = (at: number, field = 1): Fact => ({ is: 'changed', at, field, form: 9 });
const left = (at: number, field = 1): Fact => ({ is: 'left-field', at, field, form: 9 });
const saved = (at: number): Fact => ({ is: 'saved', at, form: 9 });
const visit = (at: number, route: string): Fact => ({ is: 'visit', at, route });

test.each<[string, Fact[], (number | true)[][]]>([
  ['once', [invalid(0)], []],
  ['twice', [invalid(0), invalid(1000)], [[2]]],
  ['thrice is severe', [invalid(0), invalid(1000), invalid(2000)], [[2], [3, true]]],
  ['more than three times is found no more', [0, 1, 2, 3, 4].map((n) => invalid(n * 1000)), [[2], [3, true]]],
  ['by browser and page at once', [invalid(0), invalid(200)], []],
  ['once each in different fields', [invalid(0, 1), invalid(1000, 2)], []],
  ['in different attempts', [invalid(0), saved(500), invalid(1000)], []],
])('a field refused %s', (_, story, expected) => {
  expect(findingsOf(repeatedInvalid, story).map(({ count, severe }) => (severe ? [count, severe] : [count]))).toEqual(expected);
});

const refilled = (times: number) => [
  changed(0),
  ...Array.from({ length: times }, (_, n) => [left(n * 10 + 1), changed(n * 10 + 2)]).flat(),
];
const outside = (fact: Fact): Fact => ({ ...fact, form: 0 }) as Fact;
test.each<[string, Fact[], number]>([
  ['filled in and corrected twice', refilled(2), 0],
  ['filled in and corrected three times', refilled(3), 1],
  ['corrected six times: found once', refilled(6), 1],
  ['changed without being left', [changed(0), changed(1), changed(2), changed(3)], 0],
  ['another attempt', [...refilled(2), saved(50), ...refilled(2)], 0],
  [
    'outside forms, where each change is applied',
    refilled(5).flatMap((fact) => [outside(fact), { is: 'applied', at: fact.at }]),
    0,
  ],
  ['outside forms, never applied', refilled(5).map(outside), 1],
  ['in a form, whatever is applied', [...refilled(2), { is: 'applied', at: 50 }, left(51), changed(52)], 1],
])('a field filled in again: %s', (_, story, count) => {
  expect(findingsOf(reEntry, story).length).toBe(count);
});

const started = [visit(0, '/new'), changed(1000, 1), changed(2000, 2)];
test.each<[string, Fact[], number]>([
  ['left for good', [...started, visit(3000, '/list')], 1],
  [
    'back in time',
    [...started, visit(3000, '/list'), visit(3000 + BACK_WITHIN_MS - 1, '/new'), { is: 'submitted', at: 700_000, form: 9 }],
    0,
  ],
  ['back too late', [...started, visit(3000, '/list'), visit(3000 + BACK_WITHIN_MS, '/new')], 1],
  ['the tab is closed', [...started, { is: 'end', at: 3000 }], 1],
  ['reloaded', [...started, { is: 'end', at: 3000 }, visit(3500, '/new'), { is: 'saved', at: 9000, form: 9 }], 0],
  ['submitted', [...started, { is: 'submitted', at: 3000, form: 9 }, visit(4000, '/list')], 0],
  [
    'reported as submitted when the page has moved on',
    [...started, visit(4000, '/list'), { is: 'submitted', at: 3000, form: 0 }],
    0,
  ],
  ['submitted before the last change', [...started, { is: 'submitted', at: 1500, form: 9 }, visit(4000, '/list')], 1],
  ['submitted elsewhere, later', [...started, visit(4000, '/list'), { is: 'submitted', at: 5000, form: 9 }], 1],
  ['one field alone', [visit(0, '/new'), changed(1, 1), changed(2, 1), visit(3000, '/list')], 0],
  ['idle', [...started, { is: 'tick', at: 2000 + IDLE_MS }], 1],
  ['not idle yet', [...started, { is: 'tick', at: 1999 + IDLE_MS }, { is: 'saved', at: 2000 + IDLE_MS - 1, form: 9 }], 0],
])('a started form: %s', (_, story, count) => {
  expect(findingsOf(formAbandonment, story).length).toBe(count);
});

test('an abandoned form is reported with its route and the number of fields filled in', () => {
  expect(findingsOf(formAbandonment, [...started, visit(3000, '/list')])).toEqual([
    { signal: 'form-abandonment', at: 1000, route: '/new', count: 2, ms: 1000 },
  ]);
});
