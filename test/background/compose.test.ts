import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { startBackground } from '../../src/background/compose.ts';
import type { About } from '../../src/model/entry/entry.ts';
import { signPack } from '../../src/packs/sign-pack.ts';
import { aPack, makeKey } from '../packs/a-pack.ts';
import { fakeBrowser } from './fake-browser.ts';

const key = await makeKey('ours');
const checklist = {
  kind: 'checklist',
  id: 'list',
  title: { en: 'List', de: 'Liste' },
  items: [{ id: 'one', title: { en: 'One', de: 'Eins' }, opens: 'new-order' }],
};
const signed = await signPack({ ...aPack, guides: [...aPack.guides, checklist] }, key.signing);
if (!signed.ok) throw new Error(JSON.stringify(signed.why));
const policy = {
  apps: [{ id: 'orders', name: 'Orders', origins: ['https://orders.example.com'] }],
  keys: [key.pinned],
  packs: [{ jws: signed.jws }],
};
const url = 'https://orders.example.com/orders';
const page = { url, tab: { id: 1, url, active: true } };
const popup = { url: 'chrome-extension://cairn-id/popup.html' };
const about: About = { pack: 'first-orders', version: 7, guide: 'new-order' };

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

async function started() {
  const fake = fakeBrowser(policy, [page.tab]);
  startBackground(fake.browser, { hasPortsInPatterns: true });
  await fake.send('refresh', {}, popup);
  return fake;
}

test('every listener is there when the start returns: the browser may have started us for just one of them', () => {
  const { browser, events } = fakeBrowser(policy);
  startBackground(browser, { hasPortsInPatterns: false });
  const counts = Object.fromEntries(Object.entries(events).map(([name, { listeners }]) => [name, listeners.length]));
  expect(counts).toEqual({ message: 1, tabUpdated: 1, tabRemoved: 1, tabActivated: 1, command: 1, alarm: 1, storageChanged: 1 });
});

test('a page of an app gets its guides, and any other page is refused', async () => {
  const { send } = await started();
  const arrival = await send('arrive', { url }, page);
  expect(arrival).toMatchObject({ ok: true, app: { id: 'orders' } });
  expect(await send('arrive', { url }, { url: 'https://elsewhere.example/', tab: { id: 2 } })).toMatchObject({ ok: false });
});

test('a guide finished in a page is recorded, and whoever depends on it knows: the panel and the checklist', async () => {
  const { send, session, sent } = await started();
  expect(await send('guide', { route: '/orders', about, what: 'finished' }, page)).toMatchObject({ ok: true });
  const records = await send('ledger.read', { limit: 10 }, popup);
  const finished = records.ok ? records.rows.map(({ entry }) => entry.kind === 'guide' && entry.about.guide) : [];
  expect(finished).toEqual(['list', 'new-order']);
  expect(session.values.lastEntryAt).toMatchObject({ value: expect.any(Number) });
  expect(sent.length).toBeGreaterThan(0);
});

test('tips muted in an app by two tabs at once, for two guides, are muted for both', async () => {
  const { send } = await started();
  await Promise.all(
    ['first-orders/search', 'first-orders/new-order'].map((guide) => send('mute', { wish: 'guide', guide }, page)),
  );
  const status = await send('status', {}, popup);
  expect(status).toMatchObject({ ok: true, mute: { guides: ['first-orders/search', 'first-orders/new-order'] } });
});

test('what is stored and cannot be understood does not stop the background', async () => {
  const fake = fakeBrowser(policy, [page.tab]);
  for (const name of ['guideHistory', 'mute', 'progress', 'packIndex', 'shownPrompts', 'checklists', 'completions', 'policy'])
    fake.local.values[name] = 'damaged';
  startBackground(fake.browser, { hasPortsInPatterns: true });
  await fake.send('refresh', {}, popup);
  expect(await fake.send('arrive', { url }, page)).toMatchObject({ ok: true });
});

test('a control whose name nothing knows is recorded with its fingerprint, and the hub is asked for its table with the packs', async () => {
  const hub = { url: 'https://hub.example.com', token: 'token-of-the-policy' };
  const privacy = { hashKey: 'a-key-for-hashing-only' };
  const requests: string[] = [];
  vi.stubGlobal('fetch', async (url: string) => {
    requests.push(url);
    return new Response(JSON.stringify({ week: '2026-11-02', fingerprints: [] }));
  });
  onTestFinished(() => void vi.unstubAllGlobals());
  const fake = fakeBrowser({ ...policy, hub, privacy }, [page.tab]);
  await fake.browser.storage.local.set({
    enrolment: { version: 1, value: { install: crypto.randomUUID(), secret: 's'.repeat(40), hub: hub.url } },
  });
  startBackground(fake.browser, { hasPortsInPatterns: true });
  await fake.send('refresh', {}, popup);
  await fake.send('friction', { signal: 'no-response', control: { role: 'button', name: 'Frobnicate' } }, page);
  const records = await fake.send('ledger.read', { limit: 10 }, popup);
  const controls = records.ok ? records.rows.flatMap(({ entry }) => (entry.kind === 'friction' ? entry.control : [])) : [];
  expect(controls).toEqual([{ role: 'button', masked: true, fingerprint: expect.stringMatching(/^[\w-]{22}$/) }]);
  for (const listener of fake.events.alarm.listeners as ((alarm: object) => void)[]) listener({ name: 'cairn-packs' });
  await expect.poll(() => requests).toContain('https://hub.example.com/v1/names');
});
