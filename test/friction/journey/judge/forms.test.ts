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
  ['no more is said of it', [0, 1, 2, 3, 4].map((n) => invalid(n * 1000)), [[2], [3, true]]],
  ['both voices of one refusal', [invalid(0), invalid(200)], []],
  ['different fields', [invalid(0, 1), invalid(1000, 2)], []],
  ['another attempt', [invalid(0), saved(500), invalid(1000)], []],
])('refused %s', (_, story, expected) => {
  expect(findingsOf(repeatedInvalid, story).map(({ count, severe }) => (severe ? [count, severe] : [count]))).toEqual(expected);
});

const again = (times: number) => [
  changed(0),
  ...Array.from({ length: times }, (_, n) => [left(n * 10 + 1), changed(n * 10 + 2)]).flat(),
];
test.each<[string, Fact[], number]>([
  ['filled in and corrected twice', again(2), 0],
  ['filled in and corrected three times', again(3), 1],
  ['said once', again(6), 1],
  ['changed without being left', [changed(0), changed(1), changed(2), changed(3)], 0],
  ['another attempt', [...again(2), saved(50), ...again(2)], 0],
])('re-entry: %s', (_, story, count) => {
  expect(findingsOf(reEntry, story).length).toBe(count);
});

const begun = [visit(0, '/new'), changed(1000, 1), changed(2000, 2)];
test.each<[string, Fact[], number]>([
  ['left for good', [...begun, visit(3000, '/list')], 1],
  [
    'back in time',
    [...begun, visit(3000, '/list'), visit(3000 + BACK_WITHIN_MS - 1, '/new'), { is: 'submitted', at: 700_000, form: 9 }],
    0,
  ],
  ['back too late', [...begun, visit(3000, '/list'), visit(3000 + BACK_WITHIN_MS, '/new')], 1],
  ['the tab is closed', [...begun, { is: 'end', at: 3000 }], 1],
  ['reloaded', [...begun, { is: 'end', at: 3000 }, visit(3500, '/new'), { is: 'saved', at: 9000, form: 9 }], 0],
  ['submitted', [...begun, { is: 'submitted', at: 3000, form: 9 }, visit(4000, '/list')], 0],
  ['one field alone', [visit(0, '/new'), changed(1, 1), changed(2, 1), visit(3000, '/list')], 0],
  ['idle', [...begun, { is: 'tick', at: 2000 + IDLE_MS }], 1],
  ['not idle yet', [...begun, { is: 'tick', at: 1999 + IDLE_MS }, { is: 'saved', at: 2000 + IDLE_MS - 1, form: 9 }], 0],
])('a form begun: %s', (_, story, count) => {
  expect(findingsOf(formAbandonment, story).length).toBe(count);
});

test('an abandoned form is told by its route and how many fields were filled in', () => {
  expect(findingsOf(formAbandonment, [...begun, visit(3000, '/list')])).toEqual([
    { signal: 'form-abandonment', at: 1000, route: '/new', count: 2, ms: 1000 },
  ]);
});
