import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createNameSharing } from '../../src/background/name-sharing.ts';
import { MAX_NEW_NAMES_PER_DAY } from '../../src/disclosure/seen-names.ts';
import { MIN_PEOPLE_PER_NAME } from '../../src/hub/aggregates/count-name-reports.ts';
import { openMemory } from '../../src/hub/store/open-folder.ts';
import type { OpenStore } from '../../src/hub/store/store.ts';
import type { Control } from '../../src/model/entry/control.ts';
import type { Privacy } from '../../src/model/policy/policy.ts';
import { refreshNameTable } from '../../src/upload/refresh-name-table.ts';
import { enrolToken, type HubInTest, hubOn, rowsOf } from '../hub/hub-in-test.ts';
import { feedback, guideEntry } from '../ledger/entries.ts';
import { install } from '../upload/install.ts';
import { memoryStorage } from './storage/memory-storage.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Installs that are enough people without saying whom they belong to. */
const enough = MIN_PEOPLE_PER_NAME * 2;
const policyHub = { url: 'https://hub.example.com', token: enrolToken };
const hashKey = 'a-key-for-hashing-only';
const name = 'Frobnicate lots';

let opened: OpenStore;
let hub: HubInTest;
beforeAll(async () => {
  opened = await openMemory();
});
afterAll(() => opened.close());
beforeEach(async () => {
  await opened.store.execute(sql`truncate entries, backlog_items, erasures, expired, name_snapshots, installs cascade`);
  hub = hubOn(opened.store);
  // A Monday, as on the clock of an install.
  hub.clock.now = new Date(Date.UTC(2026, 10, 2, 8));
});

/** A device whose worker is made of the parts of the real one, and whose hub is the real one. */
function device(privacy: Privacy = { hashKey }) {
  const fetchFromHub: typeof fetch = async (url, init) => hub.app.request(url as string, init);
  const at = install({ policyHub: () => policyHub, fetch: (url, init) => fetchFromHub(url, init) });
  const { items } = memoryStorage();
  const share = createNameSharing({ policy: async () => ({ privacy, hub: policyHub }), items, clock: at.clock });
  const catchUp = () => at.clock.advance(hub.clock.now.getTime() - at.clock.now());
  return {
    ...at,
    items,
    use: async () => {
      catchUp();
      await at.record({ ...guideEntry(), at: new Date(at.clock.now()).toISOString() });
      await at.upload.flush('count');
    },
    /** Records feedback about a button of that name, sends it, and returns what was recorded of the button. */
    meet: async (shown = name, over: Partial<Control> = {}): Promise<Control> => {
      catchUp();
      const control = await share('orders', { role: 'button', name: shown, ...over }, { role: 'button', masked: true });
      await at.record(feedback({ control, at: new Date(at.clock.now()).toISOString() }));
      return control;
    },
    refresh: () => {
      catchUp();
      return refreshNameTable({ stored: items.nameTable, fetch: fetchFromHub, kv: at.kv, clock: at.clock }, policyHub);
    },
  };
}

const later = (days: number) => {
  hub.clock.now = new Date(hub.clock.now.getTime() + days * DAY_MS);
};

/** Devices that count: enrolled for more than a week, and active on several days. */
async function establishedDevices(count: number) {
  const devices = Array.from({ length: count }, () => device());
  for (const one of devices) await one.use();
  later(8);
  for (const one of devices) await one.use();
  return devices;
}

const storedAtHub = async () => JSON.stringify(await rowsOf(opened.store, sql`select payload from backlog_items`));

test('a name that enough people have met is sent from then on; until then only its fingerprint is', async () => {
  const devices = await establishedDevices(enough);
  for (const one of devices) {
    const first = await one.meet();
    expect(first).toEqual({ role: 'button', masked: true, fingerprint: expect.stringMatching(/^[\w-]{22}$/) });
  }
  later(7);
  const [one] = devices;
  await one!.refresh();
  expect(await storedAtHub()).not.toContain('Frobnicate');
  expect(await one!.meet(' Frobnicate\u200b  lots ')).toEqual({
    role: 'button',
    name,
    fingerprint: expect.stringMatching(/^[\w-]{22}$/),
  });
  expect(await storedAtHub()).toContain('Frobnicate');
});

test('a name that one person fewer has met is not sent', async () => {
  const devices = await establishedDevices(enough);
  for (const one of devices.slice(1)) await one.meet();
  later(7);
  const last = devices.at(-1)!;
  await last.refresh();
  expect(await last.meet()).toMatchObject({ masked: true });
  expect(await storedAtHub()).not.toContain('Frobnicate');
});

test('a name that the hub calls known is sent only by a device that has met it on different days', async () => {
  const devices = await establishedDevices(enough);
  for (const one of devices) await one.meet();
  later(7);
  const newcomer = device();
  await newcomer.use();
  await newcomer.refresh();
  expect((await newcomer.items.nameTable.get()).fingerprints).toHaveLength(1);
  expect(await newcomer.meet()).toMatchObject({ masked: true });
  expect(await newcomer.meet()).toMatchObject({ masked: true });
  later(1);
  expect(await newcomer.meet()).toMatchObject({ name });
});

test.each<[string, Privacy]>([
  ['without a hash key', {}],
  ['with the sharing of names off', { hashKey, nameSharing: 'off' }],
])('%s no fingerprint is made, and nothing is remembered', async (_, privacy) => {
  const one = device(privacy);
  expect(await one.meet()).toEqual({ role: 'button', masked: true });
  expect(await one.items.seenNames.get()).toEqual({});
});

test('a name that may be data leaves no fingerprint', async () => {
  const one = device();
  expect(await one.meet('Order 4711')).not.toHaveProperty('fingerprint');
  expect(await one.meet(name, { masked: true })).not.toHaveProperty('fingerprint');
});

test('a page with any number of names makes a device send only so many new fingerprints a day', async () => {
  const one = device();
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const names = [...letters].flatMap((a) => ['x', 'y'].map((b) => `Frob ${a}${b}`));
  const sent = [];
  for (const each of names) sent.push(await one.meet(each));
  expect(sent.filter(({ fingerprint }) => fingerprint)).toHaveLength(MAX_NEW_NAMES_PER_DAY);
});

test('the table is asked for twice a day at most, whole and by its entity tag, and only by an enrolled install', async () => {
  const one = device();
  const calls = () => hub.log.filter((line) => line.includes('/v1/names')).map((line) => JSON.parse(line).status);
  await one.refresh();
  expect(calls()).toEqual([]);
  await one.use();
  await one.refresh();
  await one.refresh();
  later(1);
  await one.refresh();
  expect(calls()).toEqual([200, 304]);
});

test('the table of another hub counts for nothing', async () => {
  const one = device();
  const { fingerprint } = await one.meet();
  later(1);
  await one.items.nameTable.set({ hub: 'https://other.example.com', askedAt: 0, fingerprints: [fingerprint!] });
  expect(await one.meet()).toMatchObject({ masked: true });
  await one.items.nameTable.set({ hub: policyHub.url, askedAt: 0, fingerprints: [fingerprint!] });
  expect(await one.meet()).toMatchObject({ name });
});
