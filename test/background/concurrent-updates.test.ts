import { expect, test } from 'vitest';
import { createChecklistStore } from '../../src/background/checklist-store.ts';
import { createPageHandlers } from '../../src/background/handlers/page-handlers.ts';
import { createJourneyTracker } from '../../src/background/journey-tracker.ts';
import { createPersonProfile } from '../../src/background/person-profile.ts';
import { createPersonStore } from '../../src/background/person-store.ts';
import { policy as policySchema } from '../../src/model/policy/policy.ts';
import { appRoutesInMemory } from './app-routes-in-memory.ts';
import { routed } from './routed.ts';
import { memoryStorage } from './storage/memory-storage.ts';

const policy = policySchema.parse({
  apps: [
    { id: 'orders', name: 'Orders', origins: ['https://orders.example.com'] },
    { id: 'mail', name: 'Mail', origins: ['https://mail.example.com'] },
  ],
});

function background() {
  const { items } = memoryStorage();
  const personStore = createPersonStore(items);
  const deps = {
    policy: async () => policy,
    shelf: { packs: async () => [], states: async () => [] },
    personStore,
    languages: async () => ['en'],
    record: async () => ({ ok: true as const, id: '' }),
    routes: appRoutesInMemory({ items }),
    notifyTabs: async () => undefined,
    items,
  };
  const unused = undefined as never;
  const ask = routed(
    createPageHandlers(
      { ...deps, scripts: unused, pause: unused, disclosure: unused, releaseWatch: unused, studio: { trial: unused } as never },
      unused,
      unused,
      unused,
    ),
    policy,
  );
  const inTab = (id: number, host: string) => ({ url: `https://${host}.example.com/`, tab: { id } });
  return {
    items,
    personStore,
    ask,
    inTab,
    checklists: createChecklistStore(items),
    profile: createPersonProfile(deps),
    journeys: createJourneyTracker(deps),
    routes: deps.routes,
  };
}
type Background = ReturnType<typeof background>;

/** Whatever is done twice at once, by whichever two tabs, is there twice afterwards. */
const pairs: [string, (at: Background) => Promise<unknown>[], (at: Background) => Promise<unknown>, unknown][] = [
  [
    'tips muted in two apps',
    ({ ask, inTab }) => [ask('mute', { wish: 'app' }, inTab(1, 'orders')), ask('mute', { wish: 'app' }, inTab(2, 'mail'))],
    async ({ items }) => (await items.mute.get()).apps.toSorted(),
    ['mail', 'orders'],
  ],
  [
    'the feedback button moved in two apps',
    ({ ask, inTab }) => [
      ask('launcher', { edge: 'start', down: 0.1 }, inTab(1, 'orders')),
      ask('launcher', { edge: 'end', down: 0.2 }, inTab(2, 'mail')),
    ],
    async ({ items }) => Object.keys(await items.launcherSpots.get()).toSorted(),
    ['mail', 'orders'],
  ],
  [
    'two guides dismissed',
    ({ personStore }) => ['a', 'b'].map((guide) => personStore.noteGuideEvent({ pack: 'p', guide }, 'dismissed')),
    async ({ items }) => Object.keys(await items.guideHistory.get()).toSorted(),
    ['p/a', 'p/b'],
  ],
  [
    'one guide dismissed twice',
    ({ personStore }) => [1, 2].map(() => personStore.noteGuideEvent({ pack: 'p', guide: 'a' }, 'dismissed')),
    async ({ items }) => (await items.guideHistory.get())['p/a']?.dismissed,
    2,
  ],
  [
    'two tasks done, a link opened and a list folded',
    ({ checklists }) => [
      checklists.markTaskDone('p/a'),
      checklists.markTaskDone('p/b'),
      checklists.markOpened('p/list', 'item'),
      checklists.setView('p/list', 'folded'),
    ],
    ({ items }) => items.checklists.get(),
    { tasks: ['p/a', 'p/b'], opened: { 'p/list': ['item'] }, views: { 'p/list': 'folded' } },
  ],
  [
    'one task finished twice',
    ({ profile }) => [1, 2].map(() => profile.countCompletion('p', 'task')),
    async ({ items }) => Object.values((await items.completions.get())['p/task']?.weeks ?? {}),
    [2],
  ],
  [
    'routes learnt in two apps',
    ({ routes }) => [
      routes.visit('orders', 'https://orders.example.com/things/one'),
      routes.visit('mail', 'https://mail.example.com/boxes/two'),
    ],
    async ({ items }) => Object.keys(await items.routes.get()).toSorted(),
    ['mail', 'orders'],
  ],
  [
    'facts from two frames',
    ({ journeys }) =>
      ['1:0', '2:0'].map((frame) =>
        journeys.receive({ app: 'orders', url: 'https://orders.example.com/', frame }, [{ is: 'visit', at: 1, by: 'load' }]),
      ),
    async ({ items }) => Object.keys(await items.tabJourneys.get()).toSorted(),
    ['1:0', '2:0'],
  ],
];

test.each(pairs)('nothing is lost of %s at once', async (_, act, read, expected) => {
  const at = background();
  await Promise.all(act(at));
  expect(await read(at)).toEqual(expected);
});
