import { expect, test } from 'vitest';
import type { BackgroundDeps } from '../../src/background/background-deps.ts';
import { createChecklistStore } from '../../src/background/checklist-store.ts';
import { createJourneyTracker } from '../../src/background/journey-tracker.ts';
import { createPersonProfile } from '../../src/background/person-profile.ts';
import { createPersonStore } from '../../src/background/person-store.ts';
import { createPersonalData } from '../../src/background/personal-data.ts';
import { pack as packSchema } from '../../src/model/pack/pack.ts';
import { policy as policySchema } from '../../src/model/policy/policy.ts';
import { aPack } from '../packs/a-pack.ts';
import { storageArea } from './storage-area.ts';

const pack = packSchema.parse({
  ...aPack,
  tasks: [{ id: 'order', title: 'Order', start: '/orders/new', finish: '/orders/:id' }],
  guides: [
    ...aPack.guides,
    { kind: 'notice', id: 'news', title: 'News', body: 'New.' },
    { kind: 'question', id: 'how', title: 'How?', asks: { what: 'words' } },
  ],
});
const policy = policySchema.parse({ apps: [{ id: 'orders', name: 'Orders', origins: ['https://orders.example.com'] }] });

async function usedBrowser() {
  const [local, session] = [storageArea(), storageArea()];
  const notified = { times: 0 };
  const personStore = createPersonStore(local, session);
  const deps = {
    policy: async () => policy,
    shelf: { packs: async () => [pack] },
    personStore,
    languages: async () => ['en'],
    record: async () => ({ ok: true, id: '' }),
    notifyTabs: async () => void notified.times++,
  } as unknown as BackgroundDeps;
  const [person, content] = [createPersonProfile(deps, local), createChecklistStore(local)];
  const path = createJourneyTracker(deps, { local, session } as never);
  const about = (guide: string) => ({ pack: 'first-orders', guide });
  await personStore.settle(about('new-order'), 'finished');
  await personStore.settle(about('search'), 'seen');
  await personStore.settle(about('news'), 'dismissed');
  await personStore.settle(about('how'), 'finished');
  await personStore.settle(about('left'), 'dismissed');
  await personStore.setQuiet({ until: null, apps: ['orders'], guides: [] });
  for (let times = 0; times < 3; times += 1) await person.countCompletion('first-orders', 'order');
  await content.markOpened('first-orders/list', 'read');
  await local.set({ prompts: [{ guide: 'first-orders/news', at: 1, tab: 1 }], policy: 'ours', 'upload.secret': 'ours' });
  await path.routeOf('orders', 'https://orders.example.com/things/4711');
  const remembered = createPersonalData({ ...deps, local, forgetters: [person.forget, content.forget, path.forgetLearnt] });
  return { remembered, local, told: notified };
}

test('all of it is told, and nothing that only runs Cairn', async () => {
  const { remembered } = await usedBrowser();
  expect(await remembered.read()).toEqual({
    guides: [
      { key: 'first-orders/new-order', seen: false, done: true, dismissed: 0 },
      { key: 'first-orders/search', seen: true, done: false, dismissed: 0 },
      { key: 'first-orders/news', seen: false, done: false, dismissed: 1 },
      { key: 'first-orders/how', seen: false, done: true, dismissed: 0 },
      { key: 'first-orders/left', seen: false, done: false, dismissed: 1 },
    ],
    tasks: [{ key: 'first-orders/order', times: 3, weeks: 1 }],
    prompts: [{ key: 'first-orders/news', at: 1 }],
    openedLinks: [{ key: 'first-orders/list', count: 1 }],
    appsWithPaths: [],
  });
  expect(Object.keys(await remembered.raw()).sort()).toEqual(['content', 'prompts', 'quiet', 'routes', 'settled', 'stages']);
});

test('forgotten when asked: what the person turned away or answered stays so, and so do their wishes and the caps', async () => {
  const { remembered, local, told } = await usedBrowser();
  await remembered.forget();
  const { guides, ...rest } = await remembered.read();
  expect(guides.map(({ key }) => key)).toEqual(['first-orders/news', 'first-orders/how', 'first-orders/left']);
  expect(rest).toEqual({ tasks: [], prompts: [{ key: 'first-orders/news', at: 1 }], openedLinks: [], appsWithPaths: [] });
  expect((await local.get('routes')).routes).toEqual({});
  expect((await local.get('quiet')).quiet).toMatchObject({ apps: ['orders'] });
  expect((await local.get('policy')).policy).toBe('ours');
  expect(told.times).toBe(1);
});
