import { expect, test } from 'vitest';
import type { BackgroundDeps } from '../../../src/background/background-deps.ts';
import { createControlDisclosure } from '../../../src/background/control-disclosure.ts';
import { createFrictionHandlers } from '../../../src/background/handlers/friction-handlers.ts';
import { createJourneyTracker } from '../../../src/background/journey-tracker.ts';
import type { IgnoreRule } from '../../../src/model/pack/ignore-rule.ts';
import { policy as policySchema } from '../../../src/model/policy/policy.ts';
import { freshLedger } from '../../ledger/fresh-ledger.ts';
import { aPack } from '../../packs/a-pack.ts';
import { appRoutesInMemory } from '../app-routes-in-memory.ts';
import { routed } from '../routed.ts';
import { memoryStorage } from '../storage/memory-storage.ts';

const app = 'https://orders.example.com';
const pack = {
  ...aPack,
  app: 'orders',
  tasks: [{ id: 'approve', title: 'Approve', start: '/start', finish: '/finish', idle: 30 }],
};

function background(switches = {}, ignore: IgnoreRule[] = []) {
  const { ledger } = freshLedger();
  const state = { isPaused: false, isTrying: false };
  const inForce = policySchema.parse({ apps: [{ id: 'orders', name: 'Orders', origins: [app] }], switches });
  const record: BackgroundDeps['record'] = async (draft) => {
    const id = crypto.randomUUID();
    const route = await routes.disclose(draft.app, draft.route);
    await ledger.append({ entry: { ...draft, route, id, at: '2026-11-02T08:00:00.000Z' } });
    return { ok: true, id };
  };
  const policy = async () => inForce;
  const pause = { current: async () => (state.isPaused ? ({ until: 'asked' } as const) : undefined) } as BackgroundDeps['pause'];
  const { items, local, session } = memoryStorage();
  const shelf = { packs: async () => [{ ...pack, ignore } as never], states: async () => [] };
  const routes = appRoutesInMemory({ packs: [pack as never], items });
  const disclosure = createControlDisclosure({ shelf, shareName: async (_app, _observed, withheld) => withheld });
  const clock = { at: Date.now() };
  const journeys = createJourneyTracker({ shelf, record, policy, routes, items, clock: { now: () => clock.at } });
  const studio = { trial: { isTrying: async () => state.isTrying } };
  const ask = routed(
    createFrictionHandlers({ policy, record, pause, shelf, scripts: {} as never, disclosure, studio }, journeys),
    inForce,
  );
  const kinds = async () => (await ledger.read()).rows.map(({ entry }) => entry.kind);
  const signals = async () =>
    (await ledger.read()).rows.flatMap(({ entry }) => (entry.kind === 'friction' ? [`${entry.signal} ${entry.route}`] : []));
  const controls = async () => (await ledger.read()).rows.map(({ entry }) => 'control' in entry && entry.control);
  const visit = (url: string, at: number, by: 'load' | 'move' = 'load', frameId = 0) =>
    ask(
      'journey',
      { facts: [{ is: 'visit', at, by }] },
      { url: app + (frameId ? url : '/'), tab: { id: 1, url: app + url }, frameId },
    );
  return { ask, state, clock, journeys, kinds, controls, signals, visit, items, local, session };
}

const press = { signal: 'no-response' as const, count: 1 };

test.each([
  ['on a page of the app', `${app}/orders`, {}, false, 1],
  ['on a page outside the policy', 'https://elsewhere.example.com/orders', {}, false, 0],
  ['on a page whose address the browser does not tell', undefined, {}, false, 0],
  ['where the admin has switched friction off', `${app}/orders`, { friction: false }, false, 0],
  ['while recording is paused', `${app}/orders`, {}, true, 0],
])('friction is recorded or refused: %s', async (_, url, switches, isPaused, recordedCount) => {
  const { ask, state, kinds, local, session } = background(switches);
  state.isPaused = isPaused;
  const sender = { ...(url && { url }), tab: { id: 1 } };
  expect(await ask('friction', press, sender)).toMatchObject({ ok: recordedCount === 1 });
  expect(await ask('journey', { facts: [{ is: 'visit', at: 1000 }] }, sender)).toMatchObject({ ok: recordedCount === 1 });
  expect(await kinds()).toHaveLength(recordedCount);
  if (recordedCount === 0) expect([...Object.keys(local.values), ...Object.keys(session.values)]).toEqual([]);
});

test('friction is not recorded in an app where a draft is tried', async () => {
  const { ask, state, kinds } = background();
  state.isTrying = true;
  expect(await ask('friction', press, { url: `${app}/orders`, tab: { id: 1 } })).toMatchObject({ ok: false });
  expect(await kinds()).toEqual([]);
});

test.each([
  ['what a pack of the app leaves out', [{ signals: ['no-response' as const] }], 0],
  ['what it leaves out elsewhere', [{ where: ['/board'] }], 1],
])('friction that matches %s', async (_, ignore, recordedCount) => {
  const { ask, kinds } = background({}, ignore);
  await ask('friction', press, { url: `${app}/orders`, tab: { id: 1 } });
  expect(await kinds()).toHaveLength(recordedCount);
});

test('a task under way when recording is paused is dropped, and nothing during the pause counts later', async () => {
  const { visit, journeys, kinds, state } = background();
  await visit('/start', 1000);
  expect(await kinds()).toEqual(['task']);
  state.isPaused = true;
  await journeys.dropUnfinished();
  await visit('/finish', 2000);
  state.isPaused = false;
  await visit('/finish', 3000);
  expect(await kinds()).toEqual(['task']);
});

test('the same journey without a pause finishes the task', async () => {
  const { visit, kinds } = background();
  await visit('/start', 1000);
  await visit('/finish', 3000);
  expect(await kinds()).toEqual(['task', 'task']);
});

type Visit = Parameters<ReturnType<typeof background>['visit']>;
test.each<[string, Visit[], string[]]>([
  [
    'sorting, filtering and paging a list',
    ['/orders', '/orders?sort=total', '/orders?sort=total&page=2', '/orders#top'].map((url, n) => [url, n * 1000, 'move']),
    [],
  ],
  [
    'records that differ in the query alone, seen in a row',
    ['/show.html?id=1', '/show.html?id=2', '/show.html?id=3'].map((url, n) => [url, n * 1000, 'move']),
    [],
  ],
  [
    'a list and its records by turns',
    ['/orders', '/orders/41', '/orders?page=2', '/orders/57', '/orders'].map((url, n) => [url, n * 2000, 'move']),
    [],
  ],
  [
    'sent to sign in again and again',
    ['/orders', '/login?to=orders', '/orders?code=1', '/login?to=orders', '/orders?code=2'].map((url, n) => [url, n * 2000]),
    ['page-loop /orders', 'quick-back /login', 'quick-back /login', 'quick-back /orders'],
  ],
  [
    'a page that shows a list of the app in a frame',
    [0, 2000, 4000].flatMap((at): Visit[] => [
      [`/portal?at=${at}`, at, 'move'],
      ['/orders', at + 1000, 'move', 7],
    ]),
    [],
  ],
])('signals after %s', async (_, visits, expected) => {
  const { visit, signals } = background();
  for (const one of visits) await visit(...one);
  expect((await signals()).toSorted()).toEqual(expected);
});

test('the number of frames remembered is bounded', async () => {
  const { visit, items } = background();
  for (let frame = 0; frame < 150; frame += 1) await visit('/orders', frame * 1000, 'move', frame);
  expect(Object.keys(await items.tabJourneys.get())).toHaveLength(100);
});

test('friction is recorded at the page’s current route, not where the document was loaded', async () => {
  const { ask, visit, signals } = background();
  await visit('/orders', 1000);
  await ask('friction', press, { url: `${app}/start`, tab: { id: 1, url: `${app}/orders` } });
  // Told as the page goes, when the tab is at the next one already.
  await ask('friction', press, { url: `${app}/start`, tab: { id: 1, url: `${app}/finish` } });
  expect(await signals()).toEqual(['no-response /orders', 'no-response /orders']);
});

test('a control is recorded by its name if that is known, and by its position otherwise; a rule of a pack sees the name either way', async () => {
  const { ask, controls } = background({}, [{ name: 'Call OLSEN', signals: ['repeat-click'] }]);
  const sender = { url: `${app}/orders`, tab: { id: 1 } };
  const position = { nth: 3, of: 5, within: { role: 'form', name: 'Address' } };
  await ask('friction', { ...press, control: { role: 'button', name: 'Save', position } }, sender);
  await ask('friction', { ...press, control: { role: 'button', name: 'Message JANE ROE', position } }, sender);
  expect(
    await ask('friction', { ...press, signal: 'repeat-click', control: { role: 'button', name: 'Call OLSEN' } }, sender),
  ).toMatchObject({
    ok: false,
  });
  expect((await controls()).toReversed()).toEqual([
    { role: 'button', name: 'Save' },
    { role: 'button', masked: true, position },
  ]);
});

test('a finding belongs to the route of its click, wherever the tab has got to', async () => {
  const { ask, signals } = background();
  const at = (url: string) => ({ url: app + url, tab: { id: 1, url: app + url }, frameId: 0 });
  // The clock of the page may differ from that of the background by any amount.
  await ask('journey', { facts: [{ is: 'visit', at: 1000, by: 'load' }], sentAt: 10_000 }, at('/orders'));
  await ask('journey', { facts: [{ is: 'visit', at: 9000, by: 'move' }], sentAt: 10_000 }, at('/customers'));
  for (const agoMs of [5000, 0]) await ask('friction', { ...press, agoMs }, at('/customers'));
  expect((await signals()).toReversed()).toEqual(['no-response /orders', 'no-response /customers']);
});

test('sleep is no time in which a form is left', async () => {
  const { ask, signals, journeys, clock } = background();
  const at = { url: `${app}/orders`, tab: { id: 1, url: `${app}/orders` }, frameId: 0 };
  const changed = [1, 2].map((field) => ({ is: 'changed' as const, at: 1000 + field, field, form: 1 }));
  await ask('journey', { facts: [{ is: 'visit', at: 1000, by: 'load' }, ...changed], sentAt: 1010 }, at);
  clock.at += 8 * 3_600_000;
  await journeys.tick();
  expect(await signals()).toEqual([]);
  for (const _ of [1, 2]) {
    clock.at += 15 * 60_000;
    await journeys.tick();
  }
  expect(await signals()).toEqual(['form-abandonment /orders']);
});
