import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startBackground } from '../../src/background/compose.ts';
import type { Progress } from '../../src/model/person/progress.ts';
import { signPack } from '../../src/packs/sign-pack.ts';
import { aPack, makeKey } from '../packs/a-pack.ts';
import { releasingHub } from '../packs/releasing-hub.ts';
import { fakeBrowser } from './fake-browser.ts';

const key = await makeKey('ours');
const signed = await signPack(aPack, key.signing);
if (!signed.ok) throw new Error(JSON.stringify(signed.why));
const { jws } = signed;
const packUrl = 'https://hub.example.com/v1/packs/first-orders';
const policy = {
  apps: [{ id: 'orders', name: 'Orders', origins: ['https://orders.example.com'] }],
  keys: [key.pinned],
  packs: [{ url: packUrl, app: 'orders', id: 'first-orders' }],
};
const url = 'https://orders.example.com/orders';
const page = { url, tab: { id: 1, url, active: true } };
const popup = { url: 'chrome-extension://cairn-id/popup.html' };
const progress: Progress = {
  ...{ app: 'orders', pack: 'first-orders', guide: 'new-order', step: 'end', mode: 'guide', trail: ['begin'], at: 1 },
};

let hub: ReturnType<typeof releasingHub>;
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  hub = releasingHub();
  vi.stubGlobal('fetch', hub.fetch);
});
afterEach(() => vi.unstubAllGlobals());

async function started(tabs = [page.tab], more: object = {}) {
  const fake = fakeBrowser({ ...policy, ...more }, tabs);
  startBackground(fake.browser, { hasPortsInPatterns: true });
  await fake.send('refresh', {}, popup);
  // The policy of a browser that has just started has the packs fetched, too.
  await expect.poll(() => hub.requests.length).toBe(2);
  hub.requests.length = 0;
  const ring = (name: string) => {
    for (const listener of fake.events.alarm.listeners as ((alarm: object) => void)[]) listener({ name });
  };
  const arrival = async () => {
    const reply = await fake.send('arrive', { url }, page);
    if (!reply.ok) throw new Error(reply.why);
    return { guides: reply.guides.map(({ id }) => id), walk: reply.walk };
  };
  return { ...fake, ring, arrival };
}
const offer = (isOff: boolean, until?: string) =>
  hub.offer(packUrl, { versions: [{ version: aPack.version, share: 100, jws, ...(until && { until }) }], isOff });

test('what its hub switches off is gone from open pages at the next alarm, and comes back with the progress of the person', async () => {
  offer(false);
  const { arrival, send, ring, sent } = await started();
  await send('progress', { progress, take: true }, page);
  expect(await arrival()).toMatchObject({ guides: ['new-order'], walk: { step: 'end' } });

  offer(true);
  sent.length = 0;
  ring('cairn-releases');
  await expect.poll(() => sent).toContainEqual({ tab: 1, message: { cairn: 'changed' } });
  expect(await arrival()).toMatchObject({ guides: [], walk: { step: 'end', isWithdrawn: true } });
  expect(await send('guide.body', { guide: 'first-orders/new-order' }, page)).toMatchObject({ ok: false });
  expect(await send('status', {}, popup)).toMatchObject({ packs: [{ id: 'first-orders', absence: { is: 'off' }, faults: [] }] });

  offer(false);
  sent.length = 0;
  ring('cairn-releases');
  await expect.poll(() => sent).toContainEqual({ tab: 1, message: { cairn: 'changed' } });
  const after = await arrival();
  expect(after).toMatchObject({ guides: ['new-order'], walk: { step: 'end', trail: ['begin'] } });
  expect(after.walk).not.toHaveProperty('isWithdrawn');
});

test('no request tells the department, the random number that shares are drawn with, or the bucket of this device', async () => {
  offer(false);
  const { ring, local } = await started([page.tab], { audience: { department: 'Secret Projects', team: 'Crows' } });
  ring('cairn-releases');
  await expect.poll(() => hub.requests.length).toBe(1);
  const number = (local.values.installNumber as { value: string }).value;
  expect(number).toMatch(/^[0-9a-f-]{36}$/);
  expect(hub.sent.length).toBeGreaterThan(2);
  for (const request of hub.sent) expect(request).not.toMatch(new RegExp(`Secret|Crows|${number}|share|bucket`, 'i'));
  expect(new Set(hub.sent.map((request) => request.replace(/"if-none-match","[^"]*"/, ''))).size).toBeLessThanOrEqual(2);
});

test('an alarm asks once, and is answered in a few bytes while nothing has changed', async () => {
  offer(false);
  const { ring } = await started();
  ring('cairn-releases');
  await expect.poll(() => hub.requests.map(({ status }) => status)).toEqual([304]);
});

test('without an open page of an app no alarm asks', async () => {
  offer(false);
  const { ring, alarms, send } = await started([{ id: 1, url: 'https://elsewhere.example/', active: true }]);
  const before = alarms.get('cairn-releases');
  ring('cairn-releases');
  await expect.poll(() => alarms.get('cairn-releases')).not.toBe(before);
  await send('refresh', {}, popup);
  expect(hub.requests).toHaveLength(1);
});

test('at the end of its time a pack is gone from open pages', async () => {
  const end = Date.now() + 60_000;
  offer(false, new Date(end).toISOString());
  const { arrival, ring, sent, alarms } = await started();
  expect((await arrival()).guides).toEqual(['new-order']);
  expect(alarms.get('cairn-pack-end')).toEqual({ when: end });
  vi.useFakeTimers({ now: end, toFake: ['Date'] });
  try {
    sent.length = 0;
    ring('cairn-pack-end');
    await expect.poll(() => sent).toContainEqual({ tab: 1, message: { cairn: 'changed' } });
    expect((await arrival()).guides).toEqual([]);
  } finally {
    vi.useRealTimers();
  }
});
