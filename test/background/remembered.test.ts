import { expect, test } from 'vitest';
import { createContentKept } from '../../entrypoints/background/content-kept.ts';
import { createKept } from '../../entrypoints/background/kept.ts';
import type { Means } from '../../entrypoints/background/means.ts';
import { createPath } from '../../entrypoints/background/path.ts';
import { createPerson } from '../../entrypoints/background/person.ts';
import { createRemembered } from '../../entrypoints/background/remembered.ts';
import { pack as packSchema } from '../../src/model/pack.ts';
import { policy as policySchema } from '../../src/model/policy.ts';
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

async function someBrowser() {
  const [local, session] = [storageArea(), storageArea()];
  const told = { times: 0 };
  const kept = createKept(local, session);
  const means = {
    policy: async () => policy,
    shelf: { packs: async () => [pack] },
    kept,
    languages: async () => ['en'],
    record: async () => ({ ok: true, id: '' }),
    tellTabs: async () => void told.times++,
  } as unknown as Means;
  const [person, content] = [createPerson(means, local), createContentKept(local)];
  const path = createPath(means, { local, session } as never);
  const about = (guide: string) => ({ pack: 'first-orders', guide });
  await kept.settle(about('new-order'), 'finished');
  await kept.settle(about('search'), 'seen');
  await kept.settle(about('news'), 'dismissed');
  await kept.settle(about('how'), 'finished');
  await kept.settle(about('left'), 'dismissed');
  await kept.setQuiet({ until: null, apps: ['orders'], guides: [] });
  for (let times = 0; times < 3; times += 1) await person.completed('first-orders', 'order');
  await content.opened('first-orders/list', 'read');
  await local.set({ prompts: [{ guide: 'first-orders/news', at: 1, tab: 1 }], policy: 'ours', 'upload.secret': 'ours' });
  await path.routeOf('orders', 'https://orders.example.com/things/4711');
  const remembered = createRemembered({ ...means, local, forgetting: [person.forget, content.forget, path.forgetWays] });
  return { remembered, local, told };
}

test('all of it is told, and nothing that only runs Cairn', async () => {
  const { remembered } = await someBrowser();
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
    opened: [{ key: 'first-orders/list', count: 1 }],
    ways: [],
  });
  expect(Object.keys(await remembered.raw()).sort()).toEqual(['content', 'prompts', 'quiet', 'routes', 'settled', 'stages']);
});

test('forgotten when asked: what the person turned away or answered stays so, and so do their wishes and the caps', async () => {
  const { remembered, local, told } = await someBrowser();
  await remembered.forget();
  const { guides, ...rest } = await remembered.read();
  expect(guides.map(({ key }) => key)).toEqual(['first-orders/news', 'first-orders/how', 'first-orders/left']);
  expect(rest).toEqual({ tasks: [], prompts: [{ key: 'first-orders/news', at: 1 }], opened: [], ways: [] });
  expect((await local.get('routes')).routes).toEqual({});
  expect((await local.get('quiet')).quiet).toMatchObject({ apps: ['orders'] });
  expect((await local.get('policy')).policy).toBe('ours');
  expect(told.times).toBe(1);
});
