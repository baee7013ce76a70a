import { expect, test } from 'vitest';
import { createChecklistStore } from '../../src/background/checklist-store.ts';
import { createPersonProfile } from '../../src/background/person-profile.ts';
import { createPersonStore } from '../../src/background/person-store.ts';
import { createPersonalData } from '../../src/background/personal-data.ts';
import { pack as packSchema } from '../../src/model/pack/pack.ts';
import { policy as policySchema } from '../../src/model/policy/policy.ts';
import { aPack } from '../packs/a-pack.ts';
import { appRoutesInMemory } from './app-routes-in-memory.ts';
import { memoryStorage } from './storage/memory-storage.ts';

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

/** A walkthrough under way. */
const walk = { app: 'orders', pack: 'first-orders', guide: 'new-order', step: 'one', mode: 'guide' as const, trail: [], at: 1 };

/** A browser whose person has used guides for a while. */
async function usedBrowser() {
  const storage = memoryStorage();
  const { items } = storage;
  const notified = { times: 0 };
  const personStore = createPersonStore(items);
  const shelf = { packs: async () => [pack], states: async () => [] };
  const deps = {
    policy: async () => policy,
    shelf,
    personStore,
    languages: async () => ['en'],
    record: async () => ({ ok: true as const, id: '' }),
    notifyTabs: async () => void notified.times++,
    items,
  };
  const [profile, checklists] = [createPersonProfile(deps), createChecklistStore(items)];
  const routes = appRoutesInMemory({ packs: [pack], items });
  const about = (guide: string) => ({ pack: 'first-orders', guide });
  await personStore.noteGuideEvent(about('new-order'), 'finished');
  await personStore.noteGuideEvent(about('search'), 'seen');
  await personStore.noteGuideEvent(about('news'), 'dismissed');
  await personStore.noteGuideEvent(about('how'), 'finished');
  await personStore.noteGuideEvent(about('left'), 'dismissed');
  await personStore.applyMute('app', { app: 'orders', now: 0 });
  for (let times = 0; times < 3; times += 1) await profile.countCompletion('first-orders', 'order');
  await checklists.markOpened('first-orders/list', 'read');
  await items.shownPrompts.set([{ guide: 'first-orders/news', at: 1, tab: 1 }]);
  await items.seenNames.set({ AAAAAAAAAAAAAAAAAAAAAA: { first: '2026-11-22', last: '2026-11-22' } });
  await items.policy.set('not theirs');
  await items.enrolment.set({ secret: 'not theirs' });
  for (let n = 0; n < 12; n += 1) await routes.visit('orders', `https://orders.example.com/flurstuecke/${4711 + n}`);
  await routes.visit('orders', 'https://orders.example.com/settings/janeroe');
  await items.progress.set({ ...walk, lastUrl: 'https://orders.example.com/orders/globex' });
  const drafts = ['a draft'];
  const studio = {
    raw: async () => ({ studioDrafts: drafts }),
    forget: async () => void drafts.splice(0),
    draftTitles: async () => drafts,
  } as never;
  return { drafts, personalData: createPersonalData({ ...deps, storage, studio }), items, notified };
}

test('the person’s data has all that is about them, and nothing that only runs Cairn', async () => {
  const { personalData } = await usedBrowser();
  expect(await personalData.read()).toEqual({
    guides: [
      { key: 'first-orders/new-order', shown: false, done: true, dismissed: 0 },
      { key: 'first-orders/search', shown: true, done: false, dismissed: 0 },
      { key: 'first-orders/news', shown: false, done: false, dismissed: 1 },
      { key: 'first-orders/how', shown: false, done: true, dismissed: 0 },
      { key: 'first-orders/left', shown: false, done: false, dismissed: 1 },
    ],
    tasks: [{ key: 'first-orders/order', times: 3, weeks: 1 }],
    prompts: [{ key: 'first-orders/news', at: 1 }],
    openedLinks: [{ key: 'first-orders/list', count: 1 }],
    appsWithPaths: [],
    addresses: [{ app: 'Orders', words: ['flurstuecke'], codes: 2 }],
    unknownNames: 1,
    drafts: ['a draft'],
  });
  expect(Object.keys(await personalData.raw()).sort()).toEqual([
    'checklists',
    'completions',
    'guideHistory',
    'mute',
    'progress',
    'routes',
    'seenNames',
    'shownPrompts',
    'studioDrafts',
  ]);
});

test('forgetting keeps what the person dismissed or answered, their wishes, and the limits on prompts', async () => {
  const { personalData, items, notified, drafts } = await usedBrowser();
  await personalData.forget();
  expect(drafts).toEqual([]);
  const { guides, ...rest } = await personalData.read();
  expect(guides.map(({ key }) => key)).toEqual(['first-orders/news', 'first-orders/how', 'first-orders/left']);
  expect(rest).toEqual({
    tasks: [],
    prompts: [{ key: 'first-orders/news', at: 1 }],
    openedLinks: [],
    appsWithPaths: [],
    addresses: [],
    unknownNames: 0,
    drafts: [],
  });
  expect(await items.routes.get()).toEqual({});
  expect(await items.progress.get()).toEqual(walk);
  expect(await items.mute.get()).toMatchObject({ apps: ['orders'] });
  expect(await items.policy.get()).toBe('not theirs');
  expect(notified.times).toBe(1);
});
