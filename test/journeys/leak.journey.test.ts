import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { leaked, personal, personalAddress, personalPage, placesOfPressable } from '../friction/corpus/personal-page.ts';
import { createDatabase } from '../run/shared-postgres.ts';
import { builtExtension } from './harness/built-extension.ts';
import { type ChromiumJourney, startChromium } from './harness/chromium.ts';
import { eventually } from './harness/eventually.ts';
import { overlaySurface } from './harness/overlay-in-chromium.ts';
import { pageHasRun } from './harness/page-has-run.ts';
import { serve } from './harness/serve.ts';
import { type JourneyStage, startStage } from './stage.ts';

const lifetime = new AsyncDisposableStack();
afterAll(() => lifetime.disposeAsync());

let stage: JourneyStage;
let chromium: ChromiumJourney;
let people: string;
let store: pg.Client;

beforeAll(async () => {
  const database = await createDatabase();
  stage = await startStage(lifetime, database);
  people = await serve(lifetime, () => ({ type: 'text/html; charset=utf-8', body: personalPage }));
  const apps = [{ id: 'people', name: 'People', origins: [people] }];
  chromium = await startChromium({ lifetime, extension: builtExtension('chrome'), policy: { ...stage.policy, apps } });
  store = new pg.Client(database);
  await store.connect();
  lifetime.defer(() => store.end());
});

/** Everything that reached the worker, as the page said it; a second listener beside the product's own. */
const listenIn = `globalThis.heard = []; chrome.runtime.onMessage.addListener((message) => { heard.push(message); });`;

/** Every row of every store of the ledger, and everything else the extension keeps. */
const everythingKept = `(async () => {
  const all = (request) => new Promise((done, failed) => { request.onsuccess = () => done(request.result); request.onerror = () => failed(request.error); });
  const kept = {};
  for (const { name } of await indexedDB.databases()) {
    const db = await all(indexedDB.open(name));
    for (const store of db.objectStoreNames) kept[name + '.' + store] = await all(db.transaction(store).objectStore(store).getAll());
    db.close();
  }
  return JSON.stringify({ kept, local: await chrome.storage.local.get(), session: await chrome.storage.session.get() });
})()`;

async function everythingAtTheHub(): Promise<string> {
  const { rows } = await store.query(`select tablename from pg_tables where schemaname = 'public'`);
  const tables: Record<string, unknown[]> = {};
  for (const { tablename } of rows) tables[tablename] = (await store.query(`select * from "${tablename}"`)).rows;
  return JSON.stringify([tables, stage.hub.logged()]);
}

test('of 1,000 personal strings in a page none reaches a message, the ledger or the hub', async () => {
  const page = await chromium.context.newPage();
  await page.setViewportSize({ width: 1400, height: 6000 });
  await page.goto(personalAddress(people));
  const cairn = overlaySurface(page, 60_000); // the accessibility tree of a page of 1,000 controls takes seconds
  const launcher = { role: 'button', name: 'Cairn: feedback and guides' };
  await cairn.find(launcher);
  const worker = await chromium.worker();
  await worker.evaluate(listenIn);

  const places = (await page.evaluate(placesOfPressable)) as { x: number; y: number }[];
  for (const { x, y } of places) await page.mouse.click(x, y);
  await pageHasRun(page, 3000);
  await page.mouse.move(places[0]!.x, places[0]!.y);
  // All at once: on a busy machine waiting for each would be no haste any more.
  await Promise.all(Array.from({ length: 5 }, () => [page.mouse.down(), page.mouse.up()]).flat());
  await pageHasRun(page, 2000);
  for (const field of (await page.locator('input').all()).slice(0, 3))
    for (let at = 0; at < 4; at++) {
      await field.fill(personal[at]!);
      await field.blur();
    }
  await pageHasRun(page, 12_000);
  await page.mouse.click(places[7]!.x, places[7]!.y);
  await cairn.click(launcher);
  await cairn.click({ role: 'button', name: 'This confused me' });

  const taken = async () =>
    (await store.query('select kind, payload from entries')).rows as { kind: string; payload: { signal?: string } }[];
  await eventually(
    async () => (await taken()).some(({ kind }) => kind === 'feedback'),
    async () => `The feedback has not arrived among ${(await taken()).length} entries`,
    30_000,
  );
  const signals = (await taken()).map(({ payload }) => payload.signal);
  expect(signals.filter((signal) => signal === 'no-response').length).toBeGreaterThan(700);
  expect(signals).toContain('repeat-click');

  const heard = (await worker.evaluate('JSON.stringify(heard)')) as string;
  const kept = (await worker.evaluate(everythingKept)) as string;
  const atTheHub = await everythingAtTheHub();
  for (const place of [heard, kept, atTheHub]) expect(place).toContain('no-response');
  expect({ heard: leaked(heard), kept: leaked(kept), atTheHub: leaked(atTheHub) }).toEqual({ heard: [], kept: [], atTheHub: [] });
});
