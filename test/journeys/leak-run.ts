import pg from 'pg';
import { createLeakPage, type LeakPage, personalPath, placesOfControls, TYPED } from '../leak/leak-page.ts';
import { leaksIn } from '../leak/leaks-in.ts';
import { createDatabase } from '../run/shared-postgres.ts';
import { eventually } from './harness/eventually.ts';
import { pageHasRun } from './harness/page-has-run.ts';
import { type RecordingProxy, recordingProxy } from './harness/recording-proxy.ts';
import { serve } from './harness/serve.ts';
import type { Surface } from './harness/surface.ts';
import { type JourneyStage, startStage } from './stage.ts';

/** What both browsers' pages can do. */
interface PressedPage {
  mouse: {
    click(x: number, y: number): Promise<void>;
    move(x: number, y: number): Promise<void>;
    down(): Promise<void>;
    up(): Promise<void>;
  };
  keyboard: { type(text: string): Promise<void>; press(key: 'Enter' | 'Tab'): Promise<void> };
  click(selector: string): Promise<void>;
  evaluate(script: string): Promise<unknown>;
}

export const launcher = { role: 'button', name: 'Cairn: feedback and guides' };
/** As tall as the page, so that every control can be pressed without scrolling. */
export const VIEWPORT = { width: 1400, height: 3000 };
/** For a press to be judged, and for a judgement to be reported. */
const ANSWERED_MS = 3000;
const HELD_MS = 12_000;
const MAX_FRAMES = 3;

export interface LeakRun extends Pick<JourneyStage, 'policy'> {
  page: LeakPage;
  address: string;
  database: pg.Client;
  proxy: RecordingProxy;
  logged(): unknown;
}

/** A page of personal strings as an app of the policy, and a hub behind a proxy that keeps what it is sent. */
export async function startLeakRun(lifetime: AsyncDisposableStack, count: number, seed: number): Promise<LeakRun> {
  const settings = await createDatabase();
  const { policy, hub } = await startStage(lifetime, settings);
  const page = createLeakPage(count, seed);
  const origin = await serve(lifetime, () => ({ type: 'text/html; charset=utf-8', body: page.html }));
  const proxy = await recordingProxy(lifetime, hub.url);
  const database = new pg.Client(settings);
  await database.connect();
  lifetime.defer(() => database.end());
  const apps = [{ id: 'people', name: 'People', origins: [origin] }];
  return {
    ...{ page, database, proxy, logged: hub.logged },
    address: origin + personalPath(page),
    policy: { ...policy, apps, packs: [], hub: { ...(policy['hub'] as object), url: proxy.url } },
  };
}

const PLACE_OF_RESET = `document.querySelector('#reset').getBoundingClientRect().toJSON()`;

/** Presses everything, types and chooses, presses what shows it again, presses in anger, and gives feedback about the last control. */
export async function useLeakPage(page: PressedPage, cairn: Surface): Promise<void> {
  const places = (await page.evaluate(placesOfControls)) as Record<'page' | 'frames', { x: number; y: number }[]>;
  for (const { x, y } of places.page) await page.mouse.click(x, y);
  await pageHasRun(page, ANSWERED_MS);
  for (const { x, y } of places.frames.slice(0, MAX_FRAMES)) {
    // The first press enters the frame, the second stays without an answer.
    for (let press = 0; press < 2; press++) {
      await page.mouse.click(x, y);
      await pageHasRun(page, ANSWERED_MS);
    }
  }
  await enter(page, '#search', TYPED[0]);
  await page.click('#find');
  await enter(page, '#tags', TYPED[1]);
  await page.keyboard.press('Enter');
  await page.click('#chip');
  await enter(page, '#note', TYPED[2]);
  await page.click('#option');
  for (const selector of ['#note', '#show', '#reason', '#reset']) {
    await page.click(selector);
    await pageHasRun(page, ANSWERED_MS);
  }
  const { x, y } = (await page.evaluate(PLACE_OF_RESET)) as { x: number; y: number };
  await page.mouse.move(x + 5, y + 5);
  // All at once: on a busy machine waiting for each would be no haste any more.
  await Promise.all(Array.from({ length: 5 }, () => [page.mouse.down(), page.mouse.up()]).flat());
  await pageHasRun(page, HELD_MS);
  await page.click('#reason');
  await cairn.click(launcher);
  await cairn.click({ role: 'button', name: 'This confused me' });
}

async function enter(page: PressedPage, selector: string, text: string): Promise<void> {
  await page.click(selector);
  await page.keyboard.type(text);
}

/** Waits until the hub has the feedback, and with it what was recorded before; gives the signals of friction among its entries. */
export async function signalsAtHub({ database }: LeakRun): Promise<string[]> {
  const entries = async () =>
    (await database.query('select kind, payload from entries')).rows as { kind: string; payload: { signal?: string } }[];
  await eventually(
    async () => (await entries()).some(({ kind }) => kind === 'feedback'),
    async () => `The feedback has not arrived among ${(await entries()).length} entries`,
    30_000,
  );
  return (await entries()).flatMap(({ payload }) => payload.signal ?? []);
}

/** Everything that the hub holds and has written. */
export async function everythingAtHub({ database, logged }: LeakRun): Promise<string> {
  const { rows } = await database.query(`select tablename from pg_tables where schemaname = 'public'`);
  const tables: Record<string, unknown[]> = {};
  for (const { tablename } of rows) tables[tablename] = (await database.query(`select * from "${tablename}"`)).rows;
  return JSON.stringify([tables, logged()]);
}

/** Every row of every store of the ledger, and everything else that the extension stores. For a script of the extension. */
export const everythingStored = `(async () => {
  const all = (request) => new Promise((done, failed) => { request.onsuccess = () => done(request.result); request.onerror = () => failed(request.error); });
  const kept = {};
  for (const { name } of await indexedDB.databases()) {
    const db = await all(indexedDB.open(name));
    for (const store of db.objectStoreNames) kept[name + '.' + store] = await all(db.transaction(store).objectStore(store).getAll());
    db.close();
  }
  return JSON.stringify({ kept, local: await chrome.storage.local.get(), session: await chrome.storage.session.get() });
})()`;

/** What of the page was found in a text. The policy names the app's origin, never a path of it. */
export const leaked = (text: string, { page }: LeakRun): string[] => leaksIn(text, page.canaries);
