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

/** Everything is taken out and put back as JSON between two facts, as the worker does that is stopped in between. */
function live(story: (Fact | [number, string])[]) {
  let [tab, app]: [TabJourney, AppJourney] = [emptyTabJourney, emptyAppJourney];
  const events: unknown[] = [];
  let route = '';
  for (const one of story) {
    const fact: Fact = Array.isArray(one) ? { is: 'visit', at: one[0], route: one[1] } : one;
    if (fact.is === 'visit') route = fact.route;
    const here = route;
    const news = followJourney(tab, app, fact, { route, matches: (place) => place === here, tasks: [order] });
    events.push(...news.taskEvents.map(({ task, what, ms }) => [task, what, ...(ms === undefined ? [] : [ms])]));
    events.push(...news.findings.map(({ signal, what, task }) => [signal, what, task].filter((word) => word !== undefined)));
    [tab, app] = JSON.parse(JSON.stringify([news.tab, news.app]));
  }
  return { events, app };
}

const once = (at: number): [number, string][] => [
  [at, '/cart'],
  [at + 6000, '/check'],
  [at + 12_000, '/done'],
];
const minute = 60_000;

test('a task is timed from start to finish, without the time away', () => {
  const [cart, check, done] = once(0);
  expect(live([cart!, { is: 'away', at: 1000 }, { is: 'back', at: 5000 }, check!, done!]).events).toEqual([
    ['order', 'started'],
    ['order', 'finished', 8000],
  ]);
});

test('given up where the pack says so', () => {
  expect(
    live([
      [0, '/cart'],
      [7000, '/list'],
    ]).events,
  ).toEqual([
    ['order', 'started'],
    ['order', 'abandoned', 7000],
  ]);
});

test('a mandatory step skipped again and again, with the task it belongs to', () => {
  const story = [0, 1, 2].flatMap((n): [number, string][] => [
    [n * minute, '/cart'],
    [n * minute + 9000, '/done'],
  ]);
  expect(live(story).events.at(-1)).toEqual(['possible-work-around', 'skipped-step', 'order']);
});

test('a detour from the usual way', () => {
  const detour = (at: number): [number, string][] => [
    [at, '/cart'],
    [at + 6000, '/prices'],
    [at + 12_000, '/check'],
    [at + 18_000, '/done'],
  ];
  const story = [...[0, 1, 2, 3, 4, 5].flatMap((n) => once(n * minute)), ...[6, 7, 8].flatMap((n) => detour(n * minute))];
  expect(live(story).events.filter((one) => (one as string[])[1] === 'detour')).toEqual([
    ['possible-work-around', 'detour', 'order'],
  ]);
});

test('signals of the way survive a page load each', () => {
  expect(live([[0, '/a'], [1000, '/b'], { is: 'end', at: 2500 }, [3000, '/a']]).events).toEqual([['quick-back']]);
});

test('what is kept of an app is bounded', () => {
  const story = Array.from({ length: 60 }, (_, n) => once(n * minute)).flat();
  expect(JSON.stringify(live(story).app).length).toBeLessThan(4000);
});
