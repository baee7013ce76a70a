import { expect, test } from 'vitest';
import { answerFriction } from '../../entrypoints/background/friction-answers.ts';
import type { Means } from '../../entrypoints/background/means.ts';
import { createPath } from '../../entrypoints/background/path.ts';
import type { Ignore } from '../../src/model/ignore.ts';
import { policy as policySchema } from '../../src/model/policy.ts';
import { freshLedger } from '../ledger/fresh-ledger.ts';
import { aPack } from '../packs/a-pack.ts';

const app = 'https://orders.example.com';
const pack = {
  ...aPack,
  app: 'orders',
  tasks: [{ id: 'approve', title: 'Approve', start: '/start', finish: '/finish', idle: 30 }],
};

function area() {
  const values = new Map<string, unknown>();
  return {
    get: async (key: string) => (values.has(key) ? { [key]: structuredClone(values.get(key)) } : {}),
    set: async (given: object) => Object.entries(given).forEach(([key, value]) => void values.set(key, structuredClone(value))),
    values,
  };
}

function background(switches = {}, ignore: Ignore[] = []) {
  const { ledger } = freshLedger();
  const state = { isPaused: false };
  const inForce = policySchema.parse({ apps: [{ id: 'orders', name: 'Orders', origins: [app] }], switches });
  const record: Means['record'] = async (draft) => {
    const id = crypto.randomUUID();
    await ledger.append({ entry: { ...draft, id, at: '2026-11-02T08:00:00.000Z' } });
    return { ok: true, id };
  };
  const policy = async () => inForce;
  const pause = { current: async () => (state.isPaused ? ({ until: 'asked' } as const) : undefined) } as Means['pause'];
  const [local, session] = [area(), area()];
  const shelf = { packs: async () => [{ ...pack, ignore } as never], states: async () => [] };
  const path = createPath({ shelf, record, policy }, { local, session } as never);
  const answers = answerFriction({ policy, record, pause, shelf, scripts: {} as never }, path);
  const kinds = async () => (await ledger.read()).rows.map(({ entry }) => entry.kind);
  const visit = (url: string, at: number) => answers.path({ facts: [{ is: 'visit', at }] }, { url: app + url, tab: { id: 1 } });
  return { answers, state, path, kinds, visit, local, session };
}

const press = { signal: 'no-response' as const, count: 1 };

test.each([
  ['on a page of the app', `${app}/orders`, {}, false, 1],
  ['on a page outside the policy', 'https://elsewhere.example.com/orders', {}, false, 0],
  ['on a page whose address the browser does not tell', undefined, {}, false, 0],
  ['where the admin has switched friction off', `${app}/orders`, { friction: false }, false, 0],
  ['while recording is paused', `${app}/orders`, {}, true, 0],
])('friction %s', async (_, url, switches, isPaused, kept) => {
  const { answers, state, kinds, local, session } = background(switches);
  state.isPaused = isPaused;
  const sender = { ...(url && { url }), tab: { id: 1 } };
  expect(await answers.friction(press, sender)).toMatchObject({ ok: kept === 1 });
  expect(await answers.path({ facts: [{ is: 'visit', at: 1000 }] }, sender)).toMatchObject({ ok: kept === 1 });
  expect(await kinds()).toHaveLength(kept);
  if (kept === 0) expect([...local.values.keys(), ...session.values.keys()]).toEqual([]);
});

test.each([
  ['what a pack of the app leaves out', [{ signals: ['no-response' as const] }], 0],
  ['what it leaves out elsewhere', [{ where: ['/board'] }], 1],
])('%s', async (_, ignore, kept) => {
  const { answers, kinds } = background({}, ignore);
  await answers.friction(press, { url: `${app}/orders`, tab: { id: 1 } });
  expect(await kinds()).toHaveLength(kept);
});

test('a task under way when a pause begins is not told, and nothing of the pause is counted into what comes later', async () => {
  const { visit, path, kinds, state } = background();
  await visit('/start', 1000);
  expect(await kinds()).toEqual(['task']);
  state.isPaused = true;
  await path.forget();
  await visit('/finish', 2000);
  state.isPaused = false;
  await visit('/finish', 3000);
  expect(await kinds()).toEqual(['task']);
});

test('without a pause the same way ends the task', async () => {
  const { visit, kinds } = background();
  await visit('/start', 1000);
  await visit('/finish', 3000);
  expect(await kinds()).toEqual(['task', 'task']);
});
