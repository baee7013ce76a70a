import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtExtension } from './harness/built-extension.ts';
import { type ChromiumJourney, startChromium } from './harness/chromium.ts';
import { eventually } from './harness/eventually.ts';
import { overlaySurface } from './harness/overlay-in-chromium.ts';
import { serve } from './harness/serve.ts';
import { type JourneyStage, startStage } from './stage.ts';

const lifetime = new AsyncDisposableStack();
afterAll(() => lifetime.disposeAsync());

const SECRETS = ['janeroe', 'jane_roe', 'jane-roe', 'anna-meier', 'qwzxvkpmbtrnhd', 'abc-defg-hij', 'acme-holding', 'falcon'];
/** Addresses that hold a name, a key or a title, and words that no list of application words has. */
const ADDRESSES = [
  '/settings/qwzxvkpmbtrnhd',
  '/settings/jane_roe/abc-defg-hij',
  '/orders/acme-holding?owner=janeroe',
  '/orders/anna-meier#janeroe',
  '/#/orders/falcon/jane-roe',
  '/janeroe',
];

let stage: JourneyStage;
let chromium: ChromiumJourney;
let app: string;

beforeAll(async () => {
  stage = await startStage(lifetime);
  const body = Buffer.from('<!doctype html><title>janeroe</title><h1>Account</h1><button>Approve</button>');
  app = await serve(lifetime, () => ({ type: 'text/html; charset=utf-8', body }));
  const apps = [{ id: 'account', name: 'Account', origins: [app] }];
  chromium = await startChromium({ lifetime, extension: builtExtension('chrome'), policy: { ...stage.policy, apps } });
});

/** Everything that the extension keeps. */
const everythingKept = `(async () => {
  const all = (request) => new Promise((done, failed) => { request.onsuccess = () => done(request.result); request.onerror = () => failed(request.error); });
  const rows = [];
  for (const { name } of await indexedDB.databases()) {
    const database = await all(indexedDB.open(name));
    for (const store of database.objectStoreNames) rows.push(...await all(database.transaction(store).objectStore(store).getAll()));
    database.close();
  }
  return JSON.stringify([rows, await chrome.storage.local.get(), await chrome.storage.session.get()]);
})()`;

const leaks = (text: string) => SECRETS.filter((secret) => text.toLowerCase().includes(secret));

async function giveFeedback(page: Page, address: string): Promise<string> {
  const cairn = overlaySurface(page);
  await page.goto(app + address);
  await cairn.click({ role: 'button', name: 'Cairn: feedback and guides' });
  await cairn.find({ role: 'button', name: 'This works well' });
  const before = (await stage.backlog()).length;
  await cairn.click({ role: 'button', name: 'This works well' });
  const items = await eventually(
    async () => {
      const all = await stage.backlog();
      return all.length > before && all;
    },
    () => `No feedback from ${address}`,
  );
  return items.map(({ route }) => route).join(' ');
}

test('of addresses with names, keys and titles, none of these is in the backlog, in the ledger or in what is stored', async () => {
  const page = await chromium.context.newPage();
  const routes: string[] = [];
  for (const address of ADDRESSES) routes.push(await giveFeedback(page, address));
  expect(routes.at(-1)).toContain('/settings/:id');
  expect(routes.flatMap(leaks)).toEqual([]);
  const kept = (await (await chromium.worker()).evaluate(everythingKept)) as string;
  expect(kept).toContain('/settings/:id');
  expect(leaks(kept)).toEqual([]);
  await page.close();
});
