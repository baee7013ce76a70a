import { expect, test } from 'vitest';
import type { Fact } from '../../../src/friction/facts.ts';
import {
  type AppJourney,
  emptyAppJourney,
  emptyTabJourney,
  followJourney,
  type TabJourney,
  type TaskDeclaration,
} from '../../../src/friction/journey/follow-journey.ts';

const order: TaskDeclaration = {
  id: 'order',
  start: '/cart',
  finish: '/done',
  abandon: ['/list'],
  steps: [{ id: 'check', at: '/check' }],
  idle: 30,
};

/** The state is saved and loaded as JSON between two facts, as if the worker were stopped in between. */
function replay(story: (Fact | [number, string])[]) {
  let [tab, app]: [TabJourney, AppJourney] = [emptyTabJourney, emptyAppJourney];
  const events: unknown[] = [];
  let route = '';
  for (const one of story) {
    const fact: Fact = Array.isArray(one) ? { is: 'visit', at: one[0], route: one[1] } : one;
    if (fact.is === 'visit') route = fact.route;
    const here = route;
    const update = followJourney(tab, app, fact, { route, matches: (place) => place === here, tasks: [order] });
    events.push(...update.taskEvents.map(({ task, what, ms }) => [task, what, ...(ms === undefined ? [] : [ms])]));
    events.push(...update.findings.map(({ signal, what, task }) => [signal, what, task].filter((word) => word !== undefined)));
    [tab, app] = JSON.parse(JSON.stringify([update.tab, update.app]));
  }
  return { events, app };
}

const once = (at: number): [number, string][] => [
  [at, '/cart'],
  [at + 6000, '/check'],
  [at + 12_000, '/done'],
];
const minute = 60_000;

test('time on task runs from start to finish, without the time away', () => {
  const [cart, check, done] = once(0);
  expect(replay([cart!, { is: 'away', at: 1000 }, { is: 'back', at: 5000 }, check!, done!]).events).toEqual([
    ['order', 'started'],
    ['order', 'finished', 8000],
  ]);
});

test('a task is abandoned where the pack says so', () => {
  expect(
    replay([
      [0, '/cart'],
      [7000, '/list'],
    ]).events,
  ).toEqual([
    ['order', 'started'],
    ['order', 'abandoned', 7000],
  ]);
});

test('a mandatory step that is skipped three times is a possible work-around of its task', () => {
  const story = [0, 1, 2].flatMap((n): [number, string][] => [
    [n * minute, '/cart'],
    [n * minute + 9000, '/done'],
  ]);
  expect(replay(story).events.at(-1)).toEqual(['possible-work-around', 'skipped-step', 'order']);
});

test('a repeated detour from the usual routes is a possible work-around of its task', () => {
  const detour = (at: number): [number, string][] => [
    [at, '/cart'],
    [at + 6000, '/prices'],
    [at + 12_000, '/check'],
    [at + 18_000, '/done'],
  ];
  const story = [...[0, 1, 2, 3, 4, 5].flatMap((n) => once(n * minute)), ...[6, 7, 8].flatMap((n) => detour(n * minute))];
  expect(replay(story).events.filter((one) => (one as string[])[1] === 'detour')).toEqual([
    ['possible-work-around', 'detour', 'order'],
  ]);
});

test('signals of a journey survive a page load', () => {
  expect(replay([[0, '/a'], [1000, '/b'], { is: 'end', at: 2500 }, [3000, '/a']]).events).toEqual([['quick-back']]);
});

test('the stored state of an app is bounded', () => {
  const story = Array.from({ length: 60 }, (_, n) => once(n * minute)).flat();
  expect(JSON.stringify(replay(story).app).length).toBeLessThan(4000);
});
