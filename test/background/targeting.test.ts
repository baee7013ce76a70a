import { expect, test } from 'vitest';
import type { BackgroundDeps } from '../../src/background/background-deps.ts';
import { createTargetingHandlers } from '../../src/background/handlers/targeting-handlers.ts';
import { createPersonStore } from '../../src/background/person-store.ts';
import { createTargeting } from '../../src/background/targeting.ts';
import { pack as packSchema } from '../../src/model/pack/pack.ts';
import { notMuted } from '../../src/model/person/mute.ts';
import { policy as policySchema } from '../../src/model/policy/policy.ts';
import { localizePack } from '../../src/packs/localize-guide.ts';
import { aPack } from '../packs/a-pack.ts';
import { accepted, extensionPage, routed } from './routed.ts';
import { storageArea } from './storage-area.ts';

const origin = 'https://orders.example.com';
const notice = (id: string, more = {}) => ({ kind: 'notice', id, title: id, body: 'News.', ...more });
const pack = packSchema.parse({
  ...aPack,
  tasks: [{ id: 'order', title: 'Order', start: '/orders/new', finish: '/orders/:id' }],
  guides: [
    ...aPack.guides,
    notice('one'),
    notice('two'),
    notice('fire', { safety: true }),
    notice('for-beginners', { stage: { task: 'order', is: ['none'] } }),
    { kind: 'checklist', id: 'list', title: 'List', who: { role: ['clerk'] }, items: [{ id: 'one', title: 'One', link: '/' }] },
    notice('to-clerks', { opens: 'list' }),
    notice('to-all', { opens: 'new-order' }),
    notice('for-those-who-did', { unless: [{ guide: 'one', state: 'dismissed' }] }),
  ],
});

function background(switches = {}) {
  const notified = { times: 0 };
  const local = storageArea();
  const personStore = createPersonStore(local, storageArea());
  const policy = policySchema.parse({
    apps: [{ id: 'orders', name: 'Orders', origins: [origin] }],
    audience: { department: 'Purchasing' },
    switches: { guidance: true, feedback: true, friction: true, ...switches },
  });
  const deps = {
    policy: async () => policy,
    shelf: { packs: async () => [pack] },
    personStore,
    languages: async () => ['en'],
    record: async () => ({ ok: true, id: crypto.randomUUID() }),
    notifyTabs: async () => void notified.times++,
  } as unknown as BackgroundDeps;
  const targeting = createTargeting(deps, { local, session: storageArea() });
  const open = [
    { id: 1, url: `${origin}/orders`, title: 'Orders', lastAccessed: 1 },
    { id: 2, url: 'https://elsewhere.example/', title: 'Elsewhere', lastAccessed: 3 },
    { id: 3, url: `${origin}/home`, title: 'Home', lastAccessed: 2 },
  ];
  const send = routed(createTargetingHandlers(deps, targeting, { query: async () => open } as never), policy);
  const ask = (guide: string, tab = 1, url = `${origin}/orders`) =>
    send('prompt', { guide: `first-orders/${guide}` }, { url, tab: { id: tab } }).then(({ ok }) => ok);
  return { targeting, send, ask, kept: personStore, told: notified, local, guides: localizePack(pack, ['en']) };
}

const finish = {
  kind: 'task',
  app: 'orders',
  pack: 'first-orders',
  version: 7,
  task: 'order',
  what: 'finished',
  route: '/o',
} as const;

test('of tabs that ask at once, one is told yes; the same one may ask again, and safety always may', async () => {
  const { ask } = background();
  const asked = await Promise.all([ask('one', 1), ask('one', 2), ask('two', 1), ask('two', 3)]);
  expect(asked).toEqual([true, false, false, false]);
  expect([await ask('one', 1), await ask('fire', 2), await ask('two', 1)]).toEqual([true, true, false]);
});

test('nothing is given out to pages outside of the policy, for guides that nobody has, or in spite of quiet', async () => {
  const { ask, kept } = background();
  expect([await ask('one', 1, 'https://elsewhere.example/'), await ask('no-such')]).toEqual([false, false]);
  await kept.setQuiet({ ...notMuted, apps: ['orders'] });
  expect([await ask('one'), await ask('fire')]).toEqual([false, true]);
});

test('quiet and dismissals leave what the person opens themselves', async () => {
  const { targeting, kept, guides } = background();
  await kept.setQuiet({ ...notMuted, apps: ['orders'] });
  expect(await targeting.fitting('orders', guides)).toEqual(['first-orders/new-order', 'first-orders/fire']);
  await kept.setQuiet(notMuted);
  await kept.settle({ pack: 'first-orders', guide: 'search' }, 'dismissed');
  expect(await targeting.fitting('orders', guides)).not.toContain('first-orders/search');
});

test('where guidance is switched off there is none', async () => {
  const { ask, send } = background({ guidance: false });
  expect(await ask('fire')).toBe(false);
  expect(await send('why', { url: `${origin}/orders` }, extensionPage)).toMatchObject({ inApp: true, guides: [] });
});

test('what announces a guide is given out only to whom that guide is for, and until they have opened it', async () => {
  const { ask, kept, targeting, guides } = background();
  expect([await ask('to-clerks'), await ask('to-all')]).toEqual([false, true]);
  await kept.settle({ pack: 'first-orders', guide: 'new-order' }, 'seen');
  expect(await ask('to-all')).toBe(false);
  expect(await targeting.fitting('orders', guides)).not.toContain('first-orders/to-all');
});

test('the stage is counted here; pages hear when that makes other guides theirs', async () => {
  const { targeting, told, guides } = background();
  await targeting.tick();
  expect(await targeting.fitting('orders', guides)).toContain('first-orders/for-beginners');
  expect(told.times).toBe(0);
  await targeting.means.record(finish);
  expect(await targeting.fitting('orders', guides)).not.toContain('first-orders/for-beginners');
  expect(told.times).toBe(1);
  await targeting.means.record(finish);
  expect(told.times).toBe(1);
});

test('where friction is switched off nobody counts tasks, and nobody is taken for a beginner', async () => {
  const { targeting, guides } = background({ friction: false });
  expect(await targeting.fitting('orders', guides)).not.toContain('first-orders/for-beginners');
});

test('dismissals that come at once are all counted, and other guides go by them', async () => {
  const { kept, targeting, guides } = background();
  const about = { pack: 'first-orders', guide: 'one' };
  await Promise.all([kept.settle(about, 'dismissed'), kept.settle(about, 'seen'), kept.settle(about, 'dismissed')]);
  const settled = (await kept.settled())['first-orders/one'];
  expect(settled).toEqual({ dismissed: 2, done: false, seen: true, dismissedAt: expect.any(Number) });
  expect(await targeting.fitting('orders', guides)).not.toContain('first-orders/for-those-who-did');
});

test('why: each guide with its rule; the pages to ask about, the latest first', async () => {
  const { send, ask } = background();
  await ask('one');
  const why = accepted(await send('why', { url: `${origin}/elsewhere` }, extensionPage));
  const rules = why.inApp
    ? Object.fromEntries(why.guides.map(({ key, verdict }) => [key, verdict.fits ? 'fits' : verdict.rule]))
    : {};
  expect(rules).toMatchObject({ 'first-orders/search': 'place', 'first-orders/two': 'day', 'first-orders/fire': 'fits' });
  expect(await send('why', { url: 'https://elsewhere.example/' }, extensionPage)).toEqual({ ok: true, inApp: false });
  expect(accepted(await send('pages', {}, extensionPage)).pages.map(({ title }) => title)).toEqual(['Home', 'Orders']);
});

test('the number by which shares are drawn is made once, also when two ask at once', async () => {
  const { targeting, guides, local } = background();
  await Promise.all([targeting.fitting('orders', guides), targeting.fitting('orders', guides)]);
  const { draw } = await local.get('draw');
  await targeting.fitting('orders', guides);
  expect((await local.get('draw')).draw).toBe(draw);
  expect(draw).toMatch(/^[0-9a-f-]{36}$/);
});
