import { expect, test } from 'vitest';
import { createTargetingHandlers } from '../../src/background/handlers/targeting-handlers.ts';
import { createPersonStore } from '../../src/background/person-store.ts';
import { createTargeting } from '../../src/background/targeting.ts';
import type { Anchor } from '../../src/model/pack/anchor.ts';
import type { ControlFinding } from '../../src/model/pack/control-finding.ts';
import { pack as packSchema } from '../../src/model/pack/pack.ts';
import { policy as policySchema } from '../../src/model/policy/policy.ts';
import { guidesIn } from '../../src/packs/pack-guide.ts';
import { aPack } from '../packs/a-pack.ts';
import { accepted, extensionPage, routed } from './routed.ts';
import { memoryStorage } from './storage/memory-storage.ts';

const origin = 'https://orders.example.com';
const notice = (id: string, more = {}) => ({ kind: 'notice', id, title: id, body: 'News.', ...more });
const pack = packSchema.parse({
  ...aPack,
  tasks: [{ id: 'order', title: 'Order', start: '/orders/new', finish: '/orders/:id' }],
  guides: [
    ...aPack.guides,
    notice('one'),
    notice('two'),
    {
      kind: 'reply',
      id: 'answer',
      title: 'Answer',
      to: { route: '/orders' },
      youSaid: 'Slow.',
      weDid: 'Faster.',
      anchor: { role: 'button', name: 'Save' },
    },
    notice('fire', { safety: true }),
    notice('for-beginners', { stage: { task: 'order', is: ['none'] } }),
    { kind: 'checklist', id: 'list', title: 'List', who: { role: ['clerk'] }, items: [{ id: 'one', title: 'One', link: '/' }] },
    notice('to-clerks', { opens: 'list' }),
    notice('to-all', { opens: 'new-order' }),
    notice('for-those-who-did', { unless: [{ guide: 'one', state: 'dismissed' }] }),
  ],
});

function background(switches = {}, finding: () => ControlFinding = () => ({ is: 'found' })) {
  const asked: number[] = [];
  const notified = { times: 0 };
  const { items } = memoryStorage();
  const personStore = createPersonStore(items);
  const policy = policySchema.parse({
    apps: [{ id: 'orders', name: 'Orders', origins: [origin] }],
    audience: { department: 'Purchasing' },
    switches: { guidance: true, feedback: true, friction: true, ...switches },
  });
  const deps = {
    policy: async () => policy,
    shelf: { packs: async () => [pack], states: async () => [] },
    personStore,
    languages: async () => ['en'],
    notifyTabs: async () => void notified.times++,
    items,
    ledger: { read: async () => ({ rows: [] }) },
    scripts: { findControls: async (tab: number, anchors: readonly Anchor[]) => (asked.push(tab), anchors.map(finding)) },
  } as unknown as Parameters<typeof createTargeting>[0] & Parameters<typeof createTargetingHandlers>[0];
  const targeting = createTargeting(deps);
  const open = [
    { id: 1, url: `${origin}/orders`, title: 'Orders', lastAccessed: 1 },
    { id: 2, url: 'https://elsewhere.example/', title: 'Elsewhere', lastAccessed: 3 },
    { id: 3, url: `${origin}/home`, title: 'Home', lastAccessed: 2 },
  ];
  const send = routed(createTargetingHandlers(deps, targeting, { query: async () => open } as never), policy);
  const ask = (guide: string, tab = 1, url = `${origin}/orders`) =>
    send('prompt', { guide: `first-orders/${guide}` }, { url, tab: { id: tab } }).then(({ ok }) => ok);
  return { targeting, send, ask, personStore, notified, items, asked, guides: guidesIn(pack) };
}

const finish = {
  id: '7b0c2c61-8f2b-4a52-9d5e-2f2f5a3c7d10',
  at: '2026-11-02T08:00:00.000Z',
  kind: 'task',
  app: 'orders',
  pack: 'first-orders',
  version: 7,
  task: 'order',
  what: 'finished',
  route: '/o',
} as const;

test('of tabs that ask at once for a prompt one gets it; it may ask again, and safety notices are always shown', async () => {
  const { ask } = background();
  const asked = await Promise.all([ask('one', 1), ask('one', 2), ask('two', 1), ask('two', 3)]);
  expect(asked).toEqual([true, false, false, false]);
  expect([await ask('one', 1), await ask('fire', 2), await ask('two', 1)]).toEqual([true, true, false]);
});

test('no prompt is shown outside the policy, for an unknown guide, or while tips are muted', async () => {
  const { ask, personStore } = background();
  expect([await ask('one', 1, 'https://elsewhere.example/'), await ask('no-such')]).toEqual([false, false]);
  await personStore.applyMute('app', { app: 'orders', now: Date.now() });
  expect([await ask('one'), await ask('fire')]).toEqual([false, true]);
});

test('muting and dismissals do not affect guides that the person opens', async () => {
  const { targeting, personStore, guides } = background();
  await personStore.applyMute('app', { app: 'orders', now: Date.now() });
  expect(await targeting.fitting('orders', guides)).toEqual(['first-orders/new-order', 'first-orders/fire']);
  await personStore.applyMute('none', { app: 'orders', now: Date.now() });
  await personStore.noteGuideEvent({ pack: 'first-orders', guide: 'search' }, 'dismissed');
  expect(await targeting.fitting('orders', guides)).not.toContain('first-orders/search');
});

test('no guide is shown where guidance is switched off', async () => {
  const { ask, send } = background({ guidance: false });
  expect(await ask('fire')).toBe(false);
  expect(await send('why', { url: `${origin}/orders` }, extensionPage)).toMatchObject({ inApp: true, guides: [] });
});

test('a notice that opens a guide is shown only to people that guide is for, and until they opened it', async () => {
  const { ask, personStore, targeting, guides } = background();
  expect([await ask('to-clerks'), await ask('to-all')]).toEqual([false, true]);
  await personStore.noteGuideEvent({ pack: 'first-orders', guide: 'new-order' }, 'seen');
  expect(await ask('to-all')).toBe(false);
  expect(await targeting.fitting('orders', guides)).not.toContain('first-orders/to-all');
});

test('finished tasks change the person’s stage, and pages are notified if other guides fit then', async () => {
  const { targeting, notified, guides } = background();
  await targeting.tick();
  expect(await targeting.fitting('orders', guides)).toContain('first-orders/for-beginners');
  expect(notified.times).toBe(0);
  await targeting.onRecorded(finish);
  expect(await targeting.fitting('orders', guides)).not.toContain('first-orders/for-beginners');
  expect(notified.times).toBe(1);
  await targeting.onRecorded(finish);
  expect(notified.times).toBe(1);
});

test('where friction is switched off tasks are not counted, and nobody counts as a beginner', async () => {
  const { targeting, guides } = background({ friction: false });
  expect(await targeting.fitting('orders', guides)).not.toContain('first-orders/for-beginners');
});

test('dismissals at the same time are all counted, and conditions of other guides see them', async () => {
  const { personStore, targeting, guides } = background();
  const about = { pack: 'first-orders', guide: 'one' };
  await Promise.all([
    personStore.noteGuideEvent(about, 'dismissed'),
    personStore.noteGuideEvent(about, 'seen'),
    personStore.noteGuideEvent(about, 'dismissed'),
  ]);
  const settled = (await personStore.guideHistories())['first-orders/one'];
  expect(settled).toEqual({ dismissed: 2, done: false, shown: true, dismissedAt: expect.any(Number) });
  expect(await targeting.fitting('orders', guides)).not.toContain('first-orders/for-those-who-did');
});

test('the why report names each guide with its rule, and the open pages, the most recent first', async () => {
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

test('the number that percentages are drawn with is made once, also when two ask at once', async () => {
  const { targeting, guides, items } = background();
  await Promise.all([targeting.fitting('orders', guides), targeting.fitting('orders', guides)]);
  const number = await items.installNumber.get();
  await targeting.fitting('orders', guides);
  expect(await items.installNumber.get()).toBe(number);
  expect(number).toMatch(/^[0-9a-f-]{36}$/);
});

test('an open page at the address is asked for the controls of the guides that fit', async () => {
  const { send, asked } = background({}, () => ({ is: 'several', count: 2 }));
  const report = await send('why', { url: `${origin}/orders` }, extensionPage);
  expect(asked).toEqual([1]);
  expect(report).toMatchObject({
    guides: expect.arrayContaining([
      expect.objectContaining({
        key: 'first-orders/search',
        control: expect.objectContaining({ role: 'searchbox', finding: { is: 'several', count: 2 } }),
      }),
    ]),
  });
});

test('where no page is open at the address, nothing is said of what is on it', async () => {
  const { send, asked } = background();
  const report = await send('why', { url: `${origin}/orders?page=2` }, extensionPage);
  expect(asked).toEqual([]);
  expect(JSON.stringify(report)).not.toContain('finding');
});

test('a reply to feedback that this person did not give is not shown', async () => {
  const { send } = background();
  expect(await send('why', { url: `${origin}/orders` }, extensionPage)).toMatchObject({
    guides: expect.arrayContaining([
      expect.objectContaining({ key: 'first-orders/answer', verdict: { fits: false, rule: 'feedback', by: [] } }),
    ]),
  });
});
