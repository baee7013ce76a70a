import { beforeEach, expect, test } from 'vitest';
import type { Policy } from '../../src/model/policy/policy.ts';
import type { FetchPackResult } from '../../src/packs/fetch-pack.ts';
import { createPackShelf } from '../../src/packs/pack-shelf.ts';
import { signPack } from '../../src/packs/sign-pack.ts';
import { memoryStorage } from '../background/storage/memory-storage.ts';
import { aPack, makeKey } from './a-pack.ts';

const ours = await makeKey('ours');
const next = await makeKey('next');
const url = 'https://packs.example/orders.jws?key=hidden';
const elsewhere = 'https://mirror.example/orders.jws';

async function jwsOf(version: number, change: Partial<typeof aPack> = {}, key = ours): Promise<string> {
  const signed = await signPack({ ...aPack, version, ...change }, key.signing);
  if (!signed.ok) throw new Error(JSON.stringify(signed.why));
  return signed.jws;
}
const [v6, v7, v7Other, v8, v7Next, other] = await Promise.all([
  jwsOf(6),
  jwsOf(7),
  jwsOf(7, { title: { en: 'Other', de: 'Anders' } }),
  jwsOf(8),
  jwsOf(7, {}, next),
  jwsOf(1, { id: 'second' }),
]);
const broken = `${v8.slice(0, -8)}AAAAAAAA`;

type InForce = Pick<Policy, 'apps' | 'keys' | 'packs'>;
const aDevice = async () => ({ department: undefined, bucketOf: () => 0 });
const apps = [{ id: 'orders', name: 'Orders', origins: ['https://orders.example'] }];

/** A web that serves packs by address, with ETags; what is not there is offline. */
function aWeb() {
  const pages = new Map<string, string | number>();
  const asked: { url: string; etag?: string | undefined }[] = [];
  const tag = (page: string | number) => `"${String(page).slice(-12)}"`;
  async function fetchPack({ url: address, etag }: { url: string; etag?: string | undefined }): Promise<FetchPackResult> {
    asked.push({ url: address, etag });
    const page = pages.get(address);
    const why = { path: '', reason: 'could not be reached', remedy: 'Wait.' };
    if (typeof page !== 'string') return { ok: false, code: 'offline', why };
    return etag === tag(page) ? { ok: true, changed: false } : { ok: true, changed: true, jws: page, etag: tag(page) };
  }
  return { pages, asked, fetchPack };
}

let inForce: InForce;
let web: ReturnType<typeof aWeb>;
let storage: ReturnType<typeof memoryStorage>;
function open() {
  const { items } = storage.reopened();
  const store = { index: items.packIndex, jws: items.pack };
  return createPackShelf({ store, policy: async () => inForce, device: aDevice, now: Date.now, fetchPack: web.fetchPack });
}
let shelf: ReturnType<typeof open>;

beforeEach(() => {
  inForce = { apps, keys: [ours.pinned], packs: [{ url }] };
  web = aWeb();
  storage = memoryStorage();
  shelf = open();
});

const versions = async () => (await shelf.packs()).map(({ id, version }) => `${id} ${version}`);
const serve = async (jws: string, at = url) => {
  web.pages.set(at, jws);
  await shelf.refresh();
};

test('a fetched pack is in force and on the status page', async () => {
  expect(await versions()).toEqual([]);
  await serve(v7);
  expect(await versions()).toEqual(['first-orders 7']);
  expect(await shelf.states(['de'])).toEqual([
    {
      source: 'https://packs.example/orders.jws',
      id: 'first-orders',
      title: 'Erste Bestellungen',
      version: 7,
      guides: 2,
      sample: true,
      faults: [],
    },
  ]);
});

test('before the first refresh the status page lists the sources without packs', async () => {
  expect(await shelf.states()).toEqual([{ source: 'https://packs.example/orders.jws', faults: [] }]);
});

test('a higher version replaces the stored pack', async () => {
  await serve(v7);
  await serve(v8);
  expect(await versions()).toEqual(['first-orders 8']);
});

test.each([
  ['a lower version', v6, 'version'],
  ['the same version with other content', v7Other, 'version'],
  ['a bad signature', broken, ''],
  ['a web page', '<html>', ''],
  ['nothing', '', ''],
])('%s is refused with its reason, and the last valid pack stays', async (_name, jws, path) => {
  await serve(v7);
  await serve(jws);
  expect(await versions()).toEqual(['first-orders 7']);
  expect(await shelf.states()).toMatchObject([{ version: 7, faults: [{ path }] }]);
  await serve(v8);
  expect(await shelf.states()).toMatchObject([{ version: 8, faults: [] }]);
});

test('a first pack that is refused is not in force, and its reason is shown', async () => {
  await serve(broken);
  expect(await shelf.packs()).toEqual([]);
  expect(await shelf.states()).toEqual([
    { source: 'https://packs.example/orders.jws', faults: [expect.objectContaining({ path: '' })] },
  ]);
});

test('the stored pack is in force offline, also after a restart', async () => {
  await serve(v7);
  web.pages.clear();
  shelf = open();
  await shelf.refresh();
  expect(await versions()).toEqual(['first-orders 7']);
  expect(await shelf.states()).toMatchObject([{ version: 7, faults: [{ reason: 'could not be reached' }] }]);
});

test('the ETag is sent only while its pack is stored', async () => {
  await serve(v7);
  await shelf.refresh();
  expect(web.asked.map(({ etag }) => etag !== undefined)).toEqual([false, true]);
  expect(await versions()).toEqual(['first-orders 7']);
  delete storage.local.values['pack.orders/first-orders'];
  shelf = open();
  await shelf.refresh();
  expect(web.asked.at(-1)?.etag).toBeUndefined();
  expect(await versions()).toEqual(['first-orders 7']);
});

test('the ETag of a refused pack is not used for the stored one', async () => {
  await serve(v7);
  await serve(v6);
  await shelf.refresh();
  expect(await shelf.states()).toMatchObject([{ version: 7, faults: [{ path: 'version' }] }]);
});

test('a pack is removed at once when its source leaves the policy', async () => {
  await serve(v7);
  inForce = { ...inForce, packs: [] };
  expect(await shelf.packs()).toEqual([]);
  await shelf.refresh();
  expect(Object.keys(storage.local.values)).toEqual(['packIndex']);
  expect(await shelf.states()).toEqual([]);
});

test('a source that was removed and added again starts without a minimum version', async () => {
  await serve(v7);
  inForce = { ...inForce, packs: [] };
  await shelf.refresh();
  inForce = { ...inForce, packs: [{ url }] };
  await serve(v6);
  expect(await versions()).toEqual(['first-orders 6']);
});

test('packs of a key that leaves the policy are out of force at once, also offline', async () => {
  await serve(v7);
  inForce = { ...inForce, keys: [next.pinned] };
  web.pages.clear();
  expect(await shelf.packs()).toEqual([]);
  await shelf.refresh();
  expect(Object.keys(storage.local.values)).toEqual(['packIndex']);
});

test('a pack of a removed key sets no minimum version, and its refusal names the key', async () => {
  await serve(v8);
  inForce = { ...inForce, keys: [next.pinned] };
  await shelf.refresh();
  expect(await shelf.states()).toMatchObject([{ faults: [{ path: 'header.kid' }] }]);
  await serve(v7Next);
  expect(await versions()).toEqual(['first-orders 7']);
});

test('the same content signed by another key replaces the stored pack', async () => {
  inForce = { ...inForce, keys: [ours.pinned, next.pinned] };
  await serve(v7);
  await serve(v7Next);
  inForce = { ...inForce, keys: [next.pinned] };
  await shelf.refresh();
  expect(await versions()).toEqual(['first-orders 7']);
});

test('a pack is out of force when its key id gets another key', async () => {
  await serve(v7);
  inForce = { ...inForce, keys: [{ ...next.pinned, kid: 'ours' }] };
  expect(await shelf.packs()).toEqual([]);
});

test('packs of an app that leaves the policy are removed, and a pack for an unknown app is refused', async () => {
  await serve(v7);
  inForce = { ...inForce, apps: [{ ...apps[0]!, id: 'billing' }] };
  expect(await shelf.packs()).toEqual([]);
  await shelf.refresh();
  expect(await shelf.states()).toMatchObject([{ faults: [{ path: 'app', remedy: expect.stringContaining('"billing"') }] }]);
});

test('packs inline in the policy are in force', async () => {
  inForce = { ...inForce, packs: [{ jws: v7 }, { jws: other }] };
  await shelf.refresh();
  expect(await versions()).toEqual(['first-orders 7', 'second 1']);
  inForce = { ...inForce, packs: [{ jws: other }, { jws: broken }] };
  await shelf.refresh();
  expect(await versions()).toEqual(['second 1']);
  expect(await shelf.states()).toMatchObject([{ id: 'second' }, { source: 'In the policy itself (2)', faults: [{ path: '' }] }]);
});

test('an inline pack that becomes invalid leaves the last valid one in force', async () => {
  inForce = { ...inForce, packs: [{ jws: v7 }] };
  await shelf.refresh();
  inForce = { ...inForce, packs: [{ jws: broken }] };
  await shelf.refresh();
  expect(await shelf.states()).toMatchObject([{ version: 7, faults: [{ path: '' }] }]);
});

test('of two sources of one pack the first applies, and the pack stays when its source leaves', async () => {
  inForce = { ...inForce, packs: [{ url }, { url: elsewhere }] };
  web.pages.set(elsewhere, v7);
  await serve(v8);
  expect(await versions()).toEqual(['first-orders 8']);
  expect(await shelf.states()).toMatchObject([{ version: 8 }, { faults: [{ path: 'id' }] }]);
  await serve(v8, elsewhere);
  inForce = { ...inForce, packs: [{ url: elsewhere }] };
  await shelf.refresh();
  expect(await versions()).toEqual(['first-orders 8']);
});

test('a source that gives another pack removes its previous one', async () => {
  await serve(v7);
  await serve(other);
  expect(await versions()).toEqual(['second 1']);
});

test.each([
  ['an index that is nonsense', 'packIndex', { version: 1, value: { sources: 4 } }],
  ['an index that is text', 'packIndex', 'x'],
  ['a pack that is no text', 'pack.orders/first-orders', { version: 1, value: 7 }],
  ['a pack that was tampered with', 'pack.orders/first-orders', { version: 1, value: broken }],
  ['another good pack in its place', 'pack.orders/first-orders', { version: 1, value: other }],
])('%s in storage puts no pack in force, and the next refresh repairs it', async (_name, key, value) => {
  await serve(v7);
  storage.local.values[key] = value;
  shelf = open();
  expect(await shelf.packs()).toEqual([]);
  await shelf.refresh();
  expect(await versions()).toEqual(['first-orders 7']);
});

test('refreshes wait for one another, and one that fails does not stop the next', async () => {
  web.pages.set(url, v7);
  const { set } = storage.local;
  storage.local.set = () => Promise.reject(new Error('disk full'));
  const failed = shelf.refresh();
  const after = failed.catch(() => {
    storage.local.set = set;
    return shelf.refresh();
  });
  await expect(failed).rejects.toThrow('disk full');
  await after;
  expect(await versions()).toEqual(['first-orders 7']);
});
