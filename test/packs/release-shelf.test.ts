import { beforeEach, expect, test } from 'vitest';
import type { OfferedVersion } from '../../src/model/hub-api/release-document.ts';
import type { Policy } from '../../src/model/policy/policy.ts';
import { createPackShelf } from '../../src/packs/pack-shelf.ts';
import { signPack } from '../../src/packs/sign-pack.ts';
import { memoryStorage } from '../background/storage/memory-storage.ts';
import { aPack, makeKey } from './a-pack.ts';
import { releasingHub } from './releasing-hub.ts';

const ours = await makeKey('ours');
const next = await makeKey('next');
const stranger = await makeKey('ours');
const url = 'https://hub.example/v1/packs/first-orders';
const elsewhere = 'https://other.example/v1/packs/first-orders';
const apps = [{ id: 'orders', name: 'Orders', origins: ['https://orders.example'] }];

async function jwsOf(version: number, change: Partial<typeof aPack> = {}, key = ours): Promise<string> {
  const signed = await signPack({ ...aPack, version, ...change }, key.signing);
  if (!signed.ok) throw new Error(JSON.stringify(signed.why));
  return signed.jws;
}
const jws = new Map(await Promise.all([6, 7, 8, 9].map(async (version) => [version, await jwsOf(version)] as const)));

const start = Date.UTC(2026, 10, 30, 8);
const at = (minutes: number) => new Date(start + minutes * 60_000).toISOString();

type InForce = Pick<Policy, 'apps' | 'keys' | 'packs'>;
let inForce: InForce;
let hub: ReturnType<typeof releasingHub>;
let storage: ReturnType<typeof memoryStorage>;
let now: number;
let department: string | undefined;
let bucket: number;
function open() {
  const { items } = storage.reopened();
  return createPackShelf({
    store: { index: items.packIndex, jws: items.pack },
    policy: async () => inForce,
    device: async () => ({ department, bucketOf: () => bucket }),
    now: () => now,
    fetchPack: hub.fetchPack,
  });
}
let shelf: ReturnType<typeof open>;

beforeEach(() => {
  inForce = { apps, keys: [ours.pinned], packs: [{ url }] };
  hub = releasingHub();
  storage = memoryStorage();
  [now, department, bucket] = [start, undefined, 50];
  shelf = open();
});

type Offer = Partial<OfferedVersion> & { version: number };
const offered = (one: Offer): OfferedVersion => ({ share: 100, jws: jws.get(one.version), ...one });
const stopped = (version: number): OfferedVersion => ({ version, share: 0 });
const offer = (...versions: Offer[]) => hub.offer(url, { versions: versions.map(offered) });
const offerAndRefresh = async (...versions: Offer[]) => {
  offer(...versions);
  await shelf.refresh();
};
const switchTo = async (isOff: boolean, ...versions: Offer[]) => {
  hub.offer(url, { versions: versions.map(offered), isOff });
  await shelf.refreshReleases();
};
const shown = async () => (await shelf.packs()).map(({ version }) => version);
const faults = async () => (await shelf.states()).flatMap((state) => state.faults.map(({ path, reason }) => `${path} ${reason}`));
const statuses = () => hub.requests.map(({ status }) => status);

test('a device takes the version for everybody, and the one that is rolled out once it is in its share', async () => {
  await offerAndRefresh({ version: 8, share: 10 }, { version: 7 });
  expect(await shown()).toEqual([7]);
  await offerAndRefresh({ version: 8, share: 51 }, { version: 7 });
  expect(await shown()).toEqual([8]);
  expect(await faults()).toEqual([]);
});

test('a file server that answers with a signed pack works as ever, before and after a hub answers at the same address', async () => {
  hub.answerWith(url, jws.get(7)!, 'application/jose');
  await shelf.refresh();
  expect(await shown()).toEqual([7]);
  await offerAndRefresh({ version: 8 });
  expect(await shown()).toEqual([8]);
  hub.answerWith(url, jws.get(9)!, 'text/plain');
  await shelf.refresh();
  expect(await shown()).toEqual([9]);
  expect(await faults()).toEqual([]);
});

test('who has a version whose roll-out was stopped keeps it without a fault, and who has not gets the one for everybody', async () => {
  bucket = 0;
  await offerAndRefresh({ version: 8, share: 10 }, { version: 7 });
  hub.offer(url, { versions: [stopped(8), offered({ version: 7 })] });
  await shelf.refresh();
  expect([await shown(), await faults()]).toEqual([[8], []]);
  storage = memoryStorage();
  shelf = open();
  await shelf.refresh();
  expect([await shown(), await faults()]).toEqual([[7], []]);
});

test('a device that is no longer of the department that a version is for keeps what it has', async () => {
  department = 'Sales';
  await offerAndRefresh({ version: 8, departments: ['Sales'] }, { version: 7 });
  department = 'HR';
  await shelf.refresh();
  expect([await shown(), await faults()]).toEqual([[8], []]);
});

test('a device that comes to a department gets its version although the hub has nothing new', async () => {
  department = 'HR';
  await offerAndRefresh({ version: 8, departments: ['Sales'] }, { version: 7 });
  expect(await shown()).toEqual([7]);
  department = 'Sales';
  await shelf.refresh();
  expect(await shown()).toEqual([8]);
});

test('what has not changed is not sent again, also to a device that has nothing of it', async () => {
  await offerAndRefresh({ version: 8, departments: ['Sales'] });
  expect(await shelf.states()).toMatchObject([{ absence: { is: 'not-offered' }, faults: [] }]);
  await shelf.refresh();
  await shelf.refreshReleases();
  expect(statuses()).toEqual([200, 304, 304]);
  expect(await faults()).toEqual([]);
});

test('a pack that was lost on the device is fetched again', async () => {
  await offerAndRefresh({ version: 7 });
  delete storage.local.values['pack.orders/first-orders'];
  shelf = open();
  await shelf.refresh();
  expect([await shown(), statuses()]).toEqual([[7], [200, 200]]);
});

test('a version that its hub has signed anew with another key replaces the one that is held', async () => {
  await offerAndRefresh({ version: 7 });
  inForce = { ...inForce, keys: [ours.pinned, next.pinned] };
  await offerAndRefresh({ version: 7, jws: await jwsOf(7, {}, next) });
  inForce = { ...inForce, keys: [next.pinned] };
  expect([await shown(), await faults()]).toEqual([[7], []]);
});

test('a pack that is switched off is not shown, says so without a fault, and is there again offline once it is switched on', async () => {
  await offerAndRefresh({ version: 7 });
  await switchTo(true, { version: 7 });
  expect(await shown()).toEqual([]);
  expect(await shelf.states()).toMatchObject([{ id: 'first-orders', version: 7, absence: { is: 'off' }, faults: [] }]);
  shelf = open();
  hub.goOffline();
  await shelf.refresh();
  expect(await shown()).toEqual([]);
  await switchTo(false, { version: 7 });
  expect(await shown()).toEqual([7]);
  expect((await shelf.states())[0]).not.toHaveProperty('absence');
});

test('a pack that is switched off comes back although its hub sends no version meanwhile', async () => {
  await offerAndRefresh({ version: 7 });
  await switchTo(true);
  expect(await shown()).toEqual([]);
  expect(await faults()).toEqual([]);
  await switchTo(false);
  expect(await shown()).toEqual([7]);
});

test('a device that gets a pack for the first time while it is switched off does not show it', async () => {
  hub.offer(url, { versions: [offered({ version: 7 })], isOff: true });
  await shelf.refresh();
  expect([await shown(), await shelf.states()]).toMatchObject([[], [{ absence: { is: 'off' }, faults: [] }]]);
});

test('switching a pack off and on again does not make a device take a lower version', async () => {
  await offerAndRefresh({ version: 8 });
  await switchTo(true, { version: 7 });
  await switchTo(false, { version: 7 });
  expect(await shown()).toEqual([8]);
  expect(await faults()).toEqual(['versions go up to 7, and 8 is already held']);
});

test('only the source that provides a pack can switch it off', async () => {
  inForce = { ...inForce, packs: [{ url }, { url: elsewhere }] };
  hub.offer(elsewhere, { versions: [], isOff: true });
  await offerAndRefresh({ version: 7 });
  expect(await shown()).toEqual([7]);
  hub.offer(elsewhere, { versions: [offered({ version: 8 })], isOff: true });
  await shelf.refresh();
  expect(await shown()).toEqual([7]);
});

test('a source cannot switch off a pack under the name of another', async () => {
  await offerAndRefresh({ version: 7 });
  hub.offer(url, { pack: 'orders', versions: [], isOff: true });
  await shelf.refresh();
  expect(await shown()).toEqual([7]);
});

test('a pack is shown until its time is over, also offline, and the status says since when it is not', async () => {
  await offerAndRefresh({ version: 7, until: at(60) });
  expect(await shelf.nextEnd()).toBe(Date.parse(at(60)));
  hub.goOffline();
  now = Date.parse(at(60)) - 1;
  expect(await shown()).toEqual([7]);
  now += 1;
  expect(await shown()).toEqual([]);
  expect(await shelf.nextEnd()).toBeUndefined();
  shelf = open();
  expect(await shelf.states()).toMatchObject([{ version: 7, absence: { is: 'ended', at: at(60) } }]);
});

test('a version whose time is over stays away when its hub no longer mentions it', async () => {
  await offerAndRefresh({ version: 8, until: at(60) }, { version: 7 });
  now = Date.parse(at(61));
  await offerAndRefresh({ version: 7 });
  expect([await shown(), await faults()]).toEqual([[], []]);
  await offerAndRefresh({ version: 9 });
  expect(await shown()).toEqual([9]);
});

test('an end that is put off, or taken away, holds for the version that is held', async () => {
  await offerAndRefresh({ version: 8, until: at(60) });
  hub.offer(url, { versions: [{ version: 8, share: 0, until: at(120) }] });
  await shelf.refresh();
  expect(await shelf.nextEnd()).toBe(Date.parse(at(120)));
  hub.offer(url, { versions: [stopped(8)] });
  await shelf.refresh();
  expect(await shelf.nextEnd()).toBeUndefined();
  now = Date.parse(at(1000));
  expect(await shown()).toEqual([8]);
});

test('between two refreshes only the sources with releases are asked, and a document that was refused is not sent again', async () => {
  inForce = { ...inForce, packs: [{ url }, { url: elsewhere }] };
  hub.answerWith(elsewhere, await jwsOf(1, { id: 'second' }), 'application/jose');
  expect(await shelf.hasReleases()).toBe(false);
  await offerAndRefresh({ version: 7 });
  expect(await shelf.hasReleases()).toBe(true);
  offer({ version: 8, jws: await jwsOf(8, {}, stranger) });
  hub.requests.length = 0;
  await shelf.refreshReleases();
  const refused = await faults();
  expect(refused).toEqual([expect.stringContaining('was changed after it was signed')]);
  await shelf.refreshReleases();
  expect(hub.requests).toEqual([
    { url, status: 200 },
    { url, status: 304 },
  ]);
  expect(await faults()).toEqual(refused);
  await shelf.refresh();
  expect(hub.requests.filter((one) => one.url === url).at(-1)?.status).toBe(200);
});

test('a version that is refused leaves the one for everybody to a device that has none', async () => {
  await offerAndRefresh({ version: 8, jws: await jwsOf(8, {}, stranger) }, { version: 7 });
  expect(await shown()).toEqual([7]);
  expect(await faults()).toHaveLength(1);
});

const document = (change: object) =>
  JSON.stringify({
    format: 'cairn-release/1',
    pack: 'first-orders',
    versions: [offered({ version: 8 })],
    isOff: false,
    ...change,
  });
const departments = Array.from({ length: 10_000 }, (_, nth) => `Department ${nth}`);
const nested = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;

test.each<[string, string]>([
  ['no JSON', '<html>'],
  ['nothing', ''],
  ['a list', '[]'],
  ['null', 'null'],
  ['lists in lists', nested],
  ['another format', document({ format: 'cairn-release/2' })],
  ['no pack', document({ pack: undefined })],
  ['a pack that is no id', document({ pack: '__proto__' })],
  ['no versions', document({ versions: undefined })],
  ['more versions than a hub offers', document({ versions: [6, 7, 8].map((version) => offered({ version })) })],
  ['the same version twice', document({ versions: [offered({ version: 8 }), stopped(8)] })],
  ['a version below one', document({ versions: [offered({ version: 0, jws: jws.get(8) })] })],
  ['a share above 100', document({ versions: [offered({ version: 8, share: 101 })] })],
  ['ten thousand departments', document({ versions: [offered({ version: 8, departments })] })],
  [
    'ten thousand departments that are none',
    document({ versions: [{ ...offered({ version: 8 }), departments: departments.map(() => 1) }] }),
  ],
  ['an end that is no time', document({ versions: [offered({ version: 8, until: 'soon' })] })],
  ['a switch that is no truth value', document({ isOff: 'yes' })],
  ['an unknown pack in it', document({ versions: [offered({ version: 8, jws: 'a.b.c' })] })],
  ['a pack that is longer than any', document({ versions: [offered({ version: 8, jws: `${'A'.repeat(2_000_001)}` })] })],
  ['more than any document holds', document({ padding: 'A'.repeat(4_300_000) })],
  ['a pack of another id', document({ versions: [offered({ version: 8, jws: await jwsOf(8, { id: 'second' }) })] })],
  ['another pack', document({ pack: 'second' })],
  ['content of another version', document({ versions: [offered({ version: 9, jws: jws.get(8) })] })],
  ['content that another key signed', document({ versions: [offered({ version: 8, jws: await jwsOf(8, {}, stranger) })] })],
  [
    'other content of the version that is held',
    document({ versions: [offered({ version: 7, jws: await jwsOf(7, { places: [] }) })] }),
  ],
  ['lower versions', document({ versions: [offered({ version: 6 })] })],
])('a release document with %s changes nothing, and its reason is shown', async (_what, body) => {
  inForce = { ...inForce, packs: [{ url, app: 'orders', id: 'first-orders' }] };
  await offerAndRefresh({ version: 7 });
  const begun = performance.now();
  hub.answerWith(url, body);
  await shelf.refresh();
  expect(performance.now() - begun).toBeLessThan(2000);
  expect(await shown()).toEqual([7]);
  expect((await faults()).length).toBeGreaterThan(0);
  expect((await faults()).join().length).toBeLessThan(2000);
  await offerAndRefresh({ version: 8 });
  expect([await shown(), await faults()]).toEqual([[8], []]);
});

test('fields that a device does not know are ignored', async () => {
  hub.answerWith(url, document({ message: 'later', versions: [{ ...offered({ version: 8 }), colour: 'red' }] }));
  await shelf.refresh();
  expect([await shown(), await faults()]).toEqual([[8], []]);
});

test('what is offered lies on the device without its content, so that it cannot fill the storage', async () => {
  await offerAndRefresh({ version: 8, share: 10 }, { version: 7 });
  expect(JSON.stringify(storage.local.values.packIndex).length).toBeLessThan(2000);
});
