import { expect, test } from 'vitest';
import type { Fact, NavigationKind } from '../../../../src/friction/facts.ts';
import { pageLoop } from '../../../../src/friction/journey/judge/page-loop.ts';
import { quickBack } from '../../../../src/friction/journey/judge/quick-back.ts';
import { repeatedSearch } from '../../../../src/friction/journey/judge/repeated-search.ts';
import { undoLoop } from '../../../../src/friction/journey/judge/undo-loop.ts';
import { workAround } from '../../../../src/friction/journey/judge/work-around.ts';
import { findingsOf } from '../../judge-story.ts';

const visit = (at: number, route: string, by?: NavigationKind): Fact => ({ is: 'visit', at, route, ...(by && { by }) });
const acted = (at: number): Fact => ({ is: 'acted', at });

test.each<[string, Fact[], number]>([
  ['after at most 5 s on B', [visit(0, '/a'), visit(1000, '/b'), visit(6000, '/a')], 1],
  ['after more than 5 s on B', [visit(0, '/a'), visit(1000, '/b'), visit(6001, '/a')], 0],
  ['one action on B, which leads back', [visit(0, '/a'), visit(1000, '/b'), acted(2000), visit(2100, '/a')], 1],
  ['two actions on B', [visit(0, '/a'), visit(1000, '/b'), acted(2000), acted(2500), visit(3000, '/a')], 0],
  ['master and detail', [visit(0, '/orders'), visit(1000, '/orders/:id'), visit(2000, '/orders')], 0],
  ['detail and master', [visit(0, '/orders/:id'), visit(1000, '/orders'), visit(2000, '/orders/:id')], 0],
  ['master and detail in the hash', [visit(0, '/i.html'), visit(1000, '/i.html#/Orders/:id'), visit(2000, '/i.html')], 0],
  ['routes that only begin alike', [visit(0, '/order'), visit(1000, '/orders'), visit(2000, '/order')], 1],
  ['A → B → C', [visit(0, '/a'), visit(1000, '/b'), visit(2000, '/c')], 0],
  ['A replaces B: a redirect', [visit(0, '/a'), visit(1000, '/b'), visit(1100, '/a', 'replace')], 0],
  [
    'a form was submitted on B',
    [visit(0, '/a'), visit(1000, '/b'), acted(2000), { is: 'submitted', at: 2010, form: 1 }, visit(2500, '/a')],
    0,
  ],
  ['something was copied on B', [visit(0, '/a'), visit(1000, '/b'), { is: 'copied', at: 2000 }, visit(2500, '/a')], 0],
  ['B was sorted meanwhile', [visit(0, '/a'), visit(1000, '/b'), visit(1500, '/b', 'move'), visit(2500, '/a', 'move')], 1],
  ['A was only sorted', [visit(0, '/a'), visit(1000, '/a', 'move'), visit(2000, '/a', 'move')], 0],
])('quick back A → B → A: %s', (_, story, count) => {
  expect(findingsOf(quickBack, story).length).toBe(count);
});

test.each<[string, Fact[], number]>([
  ['three times in 15 s', [visit(0, '/a'), visit(5000, '/b'), visit(9000, '/a'), visit(15_000, '/a')], 1],
  ['three times in more than 15 s', [visit(0, '/a'), visit(9000, '/a'), visit(15_001, '/a')], 0],
  ['redirected at once', toAndFro('/', '/login', 'replace'), 2],
  ['sent back by a document', toAndFro('/a', '/b', 'load'), 2],
  ['sent back to sign in, where each time something was done', toAndFro('/', '/login', 'load', acted), 2],
  ['sent back by another site', [0, 1, 2].flatMap((n) => [acted(n * 1000 + 1), visit(n * 1000 + 9, '/a', 'arrival')]), 1],
  ['reloading itself', [0, 1, 2].map((n) => visit(n * 1000, '/a', 'load')), 1],
  ['loaded again by each filter', [0, 1, 2, 3].flatMap((n) => [visit(n * 1000, '/a', 'load'), acted(n * 1000 + 1)]), 0],
  ['sorted, filtered and paged', [0, 1, 2, 3].flatMap((n) => [acted(n * 1000), visit(n * 1000 + 9, '/a', 'move')]), 0],
  ['its query removed', [0, 1, 2, 3].map((n) => visit(n * 1000, '/a', 'replace')), 0],
  ['working through records', [0, 1, 2, 3].map((n) => visit(n * 1000, '/orders/:id')), 0],
  ['working through records from their list', toAndFro('/orders', '/orders/:id', 'move'), 0],
  ['working through records from their list, in the hash', toAndFro('/i.html', '/i.html#/Orders/:id', 'move'), 0],
  ['six times: found once', [0, 1, 2, 3, 4, 5].map((n) => visit(n * 1000, '/a')), 1],
])('the same page again and again: %s', (_, story, count) => {
  expect(findingsOf(pageLoop, story).length).toBe(count);
});

/** To and fro, four times each. */
function toAndFro(a: string, b: string, by: NavigationKind, action?: (at: number) => Fact): Fact[] {
  return [0, 1, 2, 3].flatMap((n) => [
    visit(n * 2000, a, by),
    ...(action ? [action(n * 2000 + 500)] : []),
    visit(n * 2000 + 1000, b, by),
  ]);
}

const searched = (at: number, differs = true): Fact => ({ is: 'searched', at, differs });
test.each<[string, Fact[], number]>([
  ['three', [searched(0), searched(30_000), searched(60_000)], 1],
  ['three in more than 60 s', [searched(0), searched(30_000), searched(60_001)], 0],
  ['the same words again', [searched(0), searched(10, false), searched(20, false)], 0],
  ['a result opened', [searched(0), searched(10), { is: 'opened-result', at: 15 }, searched(20)], 0],
])('searches without a result: %s', (_, story, count) => {
  expect(findingsOf(repeatedSearch, story).length).toBe(count);
});

const undone = (at: number): Fact => ({ is: 'undone', at });
test.each<[string, Fact[], number]>([
  ['three in 30 s', [undone(0), undone(15_000), undone(30_000)], 1],
  ['three in more than 30 s', [undone(0), undone(15_000), undone(30_001)], 0],
  ['five in 4 s: found once', [0, 1, 2, 3, 4].map((n) => undone(n * 1000)), 1],
])('undo presses: %s', (_, story, count) => {
  expect(findingsOf(undoLoop, story).length).toBe(count);
});

const copyAway = (away: number, back = away + 1): Fact[] => [
  { is: 'copied', at: 0 },
  { is: 'away', at: 1000 },
  { is: 'back', at: 1000 + away },
  { is: 'pasted', at: 1000 + back },
];
const skipped = (times: number): Fact[] =>
  Array.from({ length: times }, (_, at) => ({ is: 'skipped', at, task: 'order', step: 'check' }));
test.each<[string, Fact[], string[]]>([
  ['copied, away 20 s, pasted', copyAway(20_000), ['copy-paste']],
  ['away less than 20 s', copyAway(19_999), []],
  ['away 300 s', copyAway(300_000), ['copy-paste']],
  ['away more than 300 s', copyAway(300_001), []],
  ['pasted much later', copyAway(30_000, 91_001), []],
  ['copied elsewhere', copyAway(30_000).slice(1), []],
  [
    'exported and imported',
    [
      { is: 'exported', at: 0 },
      { is: 'imported', at: 3_600_000 },
    ],
    ['export-import'],
  ],
  [
    'imported the next day',
    [
      { is: 'exported', at: 0 },
      { is: 'imported', at: 86_400_000 },
    ],
    [],
  ],
  ['a step skipped twice', skipped(2), []],
  ['a step skipped five times', skipped(5), ['skipped-step']],
])('possible work-around: %s', (_, story, expected) => {
  expect(findingsOf(workAround, story).map(({ signal, what }) => [signal, what])).toEqual(
    expected.map((what) => ['possible-work-around', what]),
  );
});
