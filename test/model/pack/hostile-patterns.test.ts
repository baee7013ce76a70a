import { describe, expect, test } from 'vitest';
import { issueFaults } from '../../../src/model/fault/issue-faults.ts';
import { pack } from '../../../src/model/pack/pack.ts';
import { aPack, withField } from '../../packs/a-pack.ts';

const step = 'guides.1.steps.0';
const faultsWith = (path: string, value: unknown) => {
  const written = withField(aPack, path, value);
  const judged = pack.safeParse(written);
  return judged.success ? [] : issueFaults(pack, written, judged.error);
};

/** Every field of the format that takes a place: where to write it, and the path that the fault names. */
const places: [field: string, wrap: (place: string) => unknown, path: string][] = [
  ['places', (place) => [place], 'places[0]'],
  ['guides.0.where', (place) => [place], 'guides[0].where[0]'],
  ['ignore', (place) => [{ where: [place] }], 'ignore[0].where[0]'],
  ['tasks', (place) => [{ id: 't', title: 'T', start: place, finish: '/b' }], 'tasks[0].start'],
  ['tasks', (place) => [{ id: 't', title: 'T', start: '/a', finish: place }], 'tasks[0].finish'],
  ['tasks', (place) => [{ id: 't', title: 'T', start: '/a', finish: '/b', abandon: [place] }], 'tasks[0].abandon[0]'],
  [
    'tasks',
    (place) => [{ id: 't', title: 'T', start: '/a', finish: '/b', steps: [{ id: 's', at: place }] }],
    'tasks[0].steps[0].at',
  ],
  [`${step}.at`, (place) => place, 'guides[1].steps[0].at'],
  [`${step}.advance`, (place) => ({ on: 'place', to: place }), 'guides[1].steps[0].advance.to'],
  [
    `${step}.checks`,
    (place) => [{ requires: { is: 'place', place }, message: 'M' }],
    'guides[1].steps[0].checks[0].requires.place',
  ],
  [`${step}.next`, (place) => [{ if: { is: 'place', place }, to: 'end' }], 'guides[1].steps[0].next[0].if.place'],
];

describe.each(places)('a place in %s', (field, wrap, path) => {
  test.each([
    ['/:x((?=a)a)', 'look ahead'],
    ['/:x((?<!a)a)', 'look ahead or back'],
    ['/:x((?:(?:a{50}){50}){50})', 'at most 1000 states'],
    [`/${'*a'.repeat(9)}`, 'more than 8 parts that vary'],
    ['/(', 'cannot be read as one'],
  ])('%s is refused, with what to write instead', (place, reason) => {
    expect(faultsWith(field, wrap(place))).toEqual([
      { path, reason: expect.stringContaining(reason), remedy: expect.stringContaining('":name"') },
    ]);
  });
  test('with a group that is judged in linear time is taken', () => {
    expect(faultsWith(field, wrap('/orders/:id(\\d+)'))).toEqual([]);
  });
});

test('a pack has at most 2,000 different places in all', () => {
  const guides = (count: number) =>
    Array.from({ length: count / 50 }, (_, nth) => ({
      ...aPack.guides[0],
      id: `g${nth}`,
      opens: undefined,
      where: Array.from({ length: 50 }, (_, at) => `/*a${nth}*b${at}`),
    }));
  const faults = (count: number) => faultsWith('guides', [...guides(count), aPack.guides[1]]);
  expect(faults(1950)).toEqual([]);
  expect(faults(2000)).toEqual([
    {
      path: '',
      reason: expect.stringContaining('at most 2000 different places'),
      remedy: expect.stringContaining('divide the pack'),
    },
  ]);
});

const matching = (pattern: string) => ({ is: 'matches', pattern });
/** Every field of the format that takes a test of a value. */
const values: [field: string, wrap: (pattern: string) => unknown, path: string][] = [
  [`${step}.advance`, (pattern) => ({ on: 'input', value: matching(pattern) }), 'guides[1].steps[0].advance.value.pattern'],
  [
    `${step}.checks`,
    (pattern) => [{ requires: { is: 'value', value: matching(pattern) }, message: 'M' }],
    'guides[1].steps[0].checks[0].requires.value.pattern',
  ],
  [
    `${step}.next`,
    (pattern) => [{ if: { is: 'value', value: matching(pattern) }, to: 'end' }],
    'guides[1].steps[0].next[0].if.value.pattern',
  ],
];

describe.each(values)('a pattern in %s', (field, wrap, path) => {
  test.each([
    ['(a)\\1', 'refer back', 'Write out'],
    ['(?=a)a', 'look ahead', '"|"'],
    ['\\bword', 'edge of a word', 'Leave it out'],
    ['((a{50}){50}){50}', 'at most 1000 states', 'smaller counts'],
    ['(', 'must be a regular expression', '"[0-9]{10}"'],
  ])('%s is refused, with what to write instead', (pattern, reason, remedy) => {
    expect(faultsWith(field, wrap(pattern))).toEqual([
      { path, reason: expect.stringContaining(reason), remedy: expect.stringContaining(remedy) },
    ]);
  });
  test.each(['(a|a)*b', '(a+)+b', '[0-9]{10}'])('%s is taken: it is judged in linear time', (pattern) => {
    expect(faultsWith(field, wrap(pattern))).toEqual([]);
  });
});
