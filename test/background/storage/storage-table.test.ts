import { expect, test } from 'vitest';
import type { StorageRow } from '../../../src/background/storage/storage-table.ts';
import { type StorageTable, storageTable } from '../../../src/background/storage/storage-table.ts';
import type { StoredItem } from '../../../src/runtime/stored-item.ts';
import { memoryStorage } from './memory-storage.ts';

type ValueOf<R> = R extends StorageRow<infer T> ? T : never;

/** For every row two values that fit it. A row without one does not compile. */
const samples: { [K in keyof StorageTable]: [ValueOf<StorageTable[K]>, ValueOf<StorageTable[K]>] } = {
  guideHistory: [
    { 'pack/guide': { dismissed: 1, done: false, dismissedAt: 5 } },
    { 'pack/guide': { dismissed: 0, done: true, shown: true } },
  ],
  completions: [{ 'pack/task': { weeks: { 2900: 1 }, ever: true } }, {}],
  checklists: [
    { tasks: ['pack/task'], opened: {}, views: { 'pack/list': 'folded' } },
    { tasks: [], opened: { 'pack/list': ['item'] }, views: {} },
  ],
  shownPrompts: [[{ guide: 'pack/guide', at: 1, tab: 2 }], []],
  installNumber: ['6f1b0c1e', '8f0a4d55'],
  progress: [
    { app: 'app', pack: 'pack', guide: 'guide', step: 'one', mode: 'show', trail: [], lastUrl: 'https://a.example/', at: 1 },
    null,
  ],
  mute: [
    { until: null, apps: ['app'], guides: [] },
    { until: 5, apps: [], guides: ['pack/guide'] },
  ],
  pause: [{ until: 5 }, { until: 'asked' }],
  launcherSpots: [{ app: { edge: 'start', down: 0.5 } }, {}],
  routes: [
    { app: { names: { '/orders': ['new'], '/people': null }, candidates: { '~1f': ['2a'] }, learnt: { '~3b': 'flurstuecke' } } },
    { app: { names: {}, candidates: null, learnt: {} } },
  ],
  routeKey: ['6f1b0c1e', '8f0a4d55'],
  studioSession: [
    { recording: { draft: '5f0c1d8e-3b5a-4c6e-9d2f-0a1b2c3d4e5f', app: 'app', missed: [] }, picking: null, trying: null },
    {
      ...{ recording: null, trying: { draft: '5f0c1d8e-3b5a-4c6e-9d2f-0a1b2c3d4e5f', app: 'app' } },
      picking: { draft: '5f0c1d8e-3b5a-4c6e-9d2f-0a1b2c3d4e5f', app: 'app', tab: 1, path: ['guide', 'steps', 0, 'anchor'] },
    },
  ],
  studioChangedAt: [1, 2],
  seenNames: [{ AAAAAAAAAAAAAAAAAAAAAA: { first: '2026-11-22', last: '2026-11-23' } }, {}],
  figureTable: [
    {
      ...{ hub: 'https://hub.example.com', askedAt: 1, etag: '"1"', week: '2026-11-23' },
      figures: [
        {
          app: 'app',
          pack: 'pack',
          guide: 'guide',
          people: 5,
          until: '2026-11-23',
          what: 'umux-lite',
          score: 70,
          low: 60,
          high: 80,
        },
        {
          app: 'app',
          pack: 'pack',
          guide: 'other',
          people: 27,
          until: '2026-11-23',
          what: 'choice',
          shares: { a: 40, b: 'most' },
        },
      ],
    },
    { hub: '', askedAt: 0, week: null, figures: [] },
  ],
  nameTable: [
    { hub: 'https://hub.example.com', askedAt: 1, etag: '"1"', fingerprints: ['AAAAAAAAAAAAAAAAAAAAAA'] },
    { hub: '', askedAt: 0, fingerprints: [] },
  ],
  appJourney: [
    {
      judges: { workAround: { any: 'state' } },
      runs: {
        task: { startedAt: 1, countedMs: 2, countingSince: null, lastAt: 3, route: '/', steps: ['one'], routes: ['/'] },
      },
      graphs: { task: { runs: 1, routes: { '/': 1 }, follows: { '/ → /a': 1 }, detours: {} } },
    },
    { judges: {}, runs: {}, graphs: {} },
  ],
  tabJourneys: [{ '1:0': { judges: { quickBack: [] }, route: '/', app: 'app', visits: [{ at: 1, route: '/' }] } }, {}],
  journeyTime: [
    { seenAt: 1, skippedMs: 2 },
    { seenAt: null, skippedMs: 0 },
  ],
  fittingGuides: ['[]', null],
  form: [
    { app: 'app', appName: 'App', route: '/', of: 'id', choice: 'works' },
    {
      app: 'app',
      appName: 'App',
      route: '/',
      about: { pack: 'pack', version: 1, guide: 'guide' },
      title: { text: 'Why?', language: 'en' },
    },
  ],
  walkOwner: [{ tab: 1, from: 2, declined: [3] }, null],
  walkEndedAt: [1, 2],
  lastEntryAt: [1, 2],
  policy: [{ apps: 'as it was written' }, undefined],
  appliedPolicy: ['{}', null],
  releasesCheckedAt: [1, 2],
  packIndex: [
    {
      sources: {
        'https://packs.example/': {
          etag: '"1"',
          lastPack: 'app/pack',
          floors: [{ name: 'app/pack', signer: 'x', version: 1, digest: 'd' }],
          faults: [{ path: '', reason: 'r', remedy: 'm' }],
          refusedEtag: '"2"',
          release: {
            pack: 'pack',
            isOff: true,
            offered: [{ version: 1, share: 5, departments: ['d'], until: '2026-12-31T00:00:00Z', hasContent: false }],
          },
        },
      },
      packs: { 'app/pack': { source: 'https://packs.example/', signer: 'x', version: 1, digest: 'd' } },
    },
    { sources: {}, packs: {} },
  ],
  pack: ['header.body.signature', null],
  uploadState: [{ any: 'state' }, undefined],
  enrolment: [{ any: 'secret' }, undefined],
  ledgerFallback: [[{ seq: -1 }], []],
  ledgerNotices: [[{ what: 'dropped' }], []],
};

const names = Object.keys(storageTable) as (keyof StorageTable)[];
const rowOf = (name: keyof StorageTable) => storageTable[name] as unknown as StorageRow<unknown> & { isFamily: boolean };

function open(name: keyof StorageTable) {
  const storage = memoryStorage();
  const opened = storage.items[name] as StoredItem<unknown> | ((member: string) => StoredItem<unknown>);
  const key = rowOf(name).isFamily ? `${name}.a/b` : name;
  return { ...storage, key, item: typeof opened === 'function' ? opened('a/b') : opened };
}

test.each(names)('%s: what is stored is read again, by the next worker too', async (name) => {
  const { item, reopened, local, session, key } = open(name);
  await item.set(samples[name][0]);
  expect(await item.get()).toEqual(samples[name][0]);
  const again = reopened().items[name] as StoredItem<unknown> | ((member: string) => StoredItem<unknown>);
  expect(await (typeof again === 'function' ? again('a/b') : again).get()).toEqual(samples[name][0]);
  const areas = { local: Object.keys(local.values), session: Object.keys(session.values) };
  expect(areas).toEqual({ local: [], session: [], [rowOf(name).area]: [key] });
});

test.each(names)('%s: of two updates that run at once the second sees the first', async (name) => {
  const { item } = open(name);
  const seen: unknown[] = [];
  const to = (value: unknown) =>
    item.update((before) => {
      seen.push(before);
      return value;
    });
  await Promise.all([to(samples[name][0]), to(samples[name][1])]);
  expect(seen).toEqual([rowOf(name).initial, samples[name][0]]);
});

/** A value that fits no schema but one that takes anything. */
const NONSENSE = { version: 1, value: { nonsense: { deeply: ['wrong', 1] } } };
const parsedByItsOwner = ['policy', 'uploadState', 'enrolment'];
test.each(names.filter((name) => !parsedByItsOwner.includes(name)))(
  '%s: an invalid value counts as none, and is reported once',
  async (name) => {
    const { item, local, session, key, invalid } = open(name);
    (rowOf(name).area === 'local' ? local : session).values[key] = NONSENSE;
    const { initial, fallback = initial } = rowOf(name);
    expect(await item.get()).toEqual(fallback);
    await item.get();
    expect(invalid).toEqual([key]);
  },
);

const forgotten = { kindOf: () => 'notice' as const };
test.each(names)('%s: the export and forgetting follow the table', async (name) => {
  const { item, key, readPersonal, forgetPersonal } = open(name);
  await item.set(samples[name][0]);
  const { personal, initial } = rowOf(name);
  const exported = personal === 'no' ? {} : { [key]: samples[name][0] };
  expect(await readPersonal()).toEqual(exported);
  await forgetPersonal(forgotten);
  const left =
    personal === 'deleted' ? initial : typeof personal === 'function' ? personal(samples[name][0], forgotten) : samples[name][0];
  expect(await item.get()).toEqual(left);
});

test('forgetting waits for an update under way, and loses nothing of it that is to be kept', async () => {
  const { items, forgetPersonal } = memoryStorage();
  await items.guideHistory.set({ 'pack/old': { dismissed: 0, done: false, shown: true } });
  await Promise.all([
    items.guideHistory.update(async (all) => {
      await new Promise((done) => setTimeout(done, 5));
      return { ...all, 'pack/no': { dismissed: 1, done: false } };
    }),
    forgetPersonal(forgotten),
  ]);
  expect(await items.guideHistory.get()).toEqual({ 'pack/no': { dismissed: 1, done: false } });
});

test('a key that no row names is neither exported nor deleted', async () => {
  const { local, readPersonal, forgetPersonal } = memoryStorage();
  Object.assign(local.values, { 'guideHistory.more': 1, appJourney: 2, 'constructor.x': 3 });
  expect(await readPersonal()).toEqual({});
  await forgetPersonal(forgotten);
  expect(Object.keys(local.values)).toHaveLength(3);
});
