import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LedgerRow } from '../../src/ledger/row.ts';
import { builtExtension } from './harness/built-extension.ts';
import { type ChromiumJourney, startChromium } from './harness/chromium.ts';
import { eventually } from './harness/eventually.ts';
import { overlaySurface } from './harness/overlay-in-chromium.ts';
import { pageHasRun } from './harness/page-has-run.ts';
import { pressInHaste } from './harness/press-in-haste.ts';
import { type Screens, startScreens } from './harness/screens.ts';
import type { Surface } from './harness/surface.ts';
import { untilFrictionListens } from './harness/until-friction-listens.ts';
import { type JourneyStage, startStage } from './stage.ts';

const lifetime = new AsyncDisposableStack();
afterAll(() => lifetime.disposeAsync());

let stage: JourneyStage;
let chromium: ChromiumJourney;
let shots: Screens;
let profile: string;

beforeAll(async () => {
  stage = await startStage(lifetime);
  shots = await startScreens('ledger');
  profile = await mkdtemp(join(tmpdir(), 'cairn-profile-'));
  lifetime.defer(() => rm(profile, { recursive: true, force: true }));
  await begin();
  // The hub goes down in the first journey: the pack is fetched before.
  const { page, cairn } = await open();
  await cairn.find(tip);
  await page.close();
});

async function begin(): Promise<void> {
  chromium = await startChromium({ lifetime, extension: builtExtension('chrome'), policy: stage.policy, profile });
}

const launcher = { role: 'button', name: 'Cairn: feedback and guides' };
const tip = { role: 'button', name: 'Tip: Search by customer' };

async function open(path = '/index.html'): Promise<{ page: Page; cairn: Surface }> {
  const page = await chromium.context.newPage();
  await page.goto(stage.shop + path);
  const cairn = overlaySurface(page);
  await cairn.find(launcher);
  return { page, cairn };
}

async function panel(section = 'mine'): Promise<Page> {
  const page = await chromium.context.newPage();
  await page.goto(`chrome-extension://${chromium.extensionId}/panel.html#${section}`);
  await page.getByRole('tabpanel').getByRole('heading', { level: 2 }).first().waitFor();
  return page;
}

async function say(choice: string, path = '/index.html'): Promise<void> {
  const { page, cairn } = await open(path);
  await page.bringToFront();
  await cairn.click(launcher);
  await cairn.click({ role: 'button', name: choice });
  await cairn.find({ role: 'heading', name: 'Thank you' });
  await page.close();
}

/** The ledger's rows as they lie on the disk. */
async function onDisk(): Promise<LedgerRow[]> {
  const worker = await chromium.worker();
  return worker.evaluate(async () => {
    const opening = indexedDB.open('cairn-ledger');
    const db = await new Promise<IDBDatabase>((done, fail) => {
      opening.onsuccess = () => done(opening.result);
      opening.onerror = () => fail(opening.error);
    });
    const reading = db.transaction('rows').objectStore('rows').getAll();
    const rows = await new Promise<LedgerRow[]>((done) => {
      reading.onsuccess = () => done(reading.result);
    });
    db.close();
    return rows;
  });
}
const kindsOnDisk = async () => (await onDisk()).map(({ entry }) => entry.kind);

/** Rows of the ledger; the feedback among them is listed above them as well. */
const rowsOf = (page: Page, words: RegExp) => page.locator('section li.record').filter({ hasText: words });

const deleteFirst = async (page: Page, words: RegExp) => {
  const row = rowsOf(page, words).first();
  await row.getByRole('button', { name: /^Delete:/ }).click();
  await row.getByRole('button', { name: 'Delete for good' }).click();
};

test('feedback given while the hub is down is in the panel, and never reaches the hub once deleted there', async () => {
  await stage.hub.kill();
  await say('Something is missing');
  const page = await panel();
  await page.getByText('Your feedback: Something is missing').first().waitFor();
  await page.getByText('Waiting to be sent').or(page.getByText('Sent, but the hub has not answered')).first().waitFor();
  await shots.take(page, 'waiting');
  await deleteFirst(page, /Your feedback: Something is missing/);
  await page.getByText(/^1 record deleted/).waitFor();
  expect(await kindsOnDisk()).not.toContain('feedback');
  await stage.hub.restart();
  await say('I have an idea');
  await stage.arrives(({ choice }) => choice === 'idea');
  expect((await stage.backlog()).map(({ choice }) => choice)).not.toContain('missing');
  await page.close();
});

test("deleting a sent record deletes it on the device and at the hub, and shows the hub's receipt", async () => {
  await say('This slowed me down');
  await stage.arrives(({ choice }) => choice === 'slowed');
  const page = await panel();
  const row = rowsOf(page, /Your feedback: This slowed me down/);
  await row.getByText(/Sent at .* because you clicked\./).waitFor();
  await row.getByText('Show raw record').click();
  const entry = JSON.parse(await row.locator('pre').innerText()) as { id: string };
  expect((await onDisk()).map((one) => one.entry)).toContainEqual(entry);
  await shots.take(page, 'sent');
  await deleteFirst(page, /Your feedback: This slowed me down/);
  await page.getByText('The hub has been asked to erase 1 of them.').waitFor();
  await page
    .getByText(/^Erased at the hub on/)
    .first()
    .waitFor();
  const receipt = page.locator('.erasures li').filter({ hasText: 'Erased at the hub' }).first();
  await receipt.getByText('Receipt').click();
  expect(JSON.parse(await receipt.locator('pre').innerText())).toMatchObject({ id: entry.id, erased: true });
  await shots.take(page, 'receipt');
  const left = await stage.backlog();
  expect(left.map(({ id }) => id)).not.toContain(entry.id);
  expect(left.map(({ choice }) => choice)).toContain('idea');
  await page.close();
});

test('the exported file holds exactly what the ledger stores', async () => {
  const page = await panel();
  await page.locator('button.icon').click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file' }).click();
  const saved = JSON.parse(readFileSync(await (await downloading).path(), 'utf8')) as { format: string; rows: LedgerRow[] };
  expect(saved.format).toBe('cairn-ledger/1');
  expect(saved.rows.length).toBeGreaterThan(0);
  expect(saved.rows).toEqual(await onDisk());
  await page.close();
});

test('what Cairn remembers is shown, exported and forgotten on request, except dismissals', async () => {
  const worker = await chromium.worker();
  const guideHistory = {
    'shop-basics/left': { dismissed: 2, done: false },
    'shop-basics/met': { dismissed: 0, done: false, shown: true },
  };
  await worker.evaluate(
    (given) =>
      chrome.storage.local.set({
        guideHistory: { version: 1, value: given },
        completions: { version: 1, value: { 'shop-basics/order': { weeks: { 2900: 3, 2901: 2 }, ever: true } } },
      }),
    guideHistory,
  );
  const page = await panel();
  const remembered = page.locator('details.remembered');
  await remembered.locator('summary').click();
  await remembered.getByText('“order”: finished 5 times, in 2 different weeks').waitFor();
  await page.locator('button.icon').click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file' }).click();
  const text = readFileSync(await (await downloading).path(), 'utf8');
  expect(JSON.parse(text)).toMatchObject({ personalData: { guideHistory } });
  expect(text).not.toMatch(/secret|token|"policy"/);
  await shots.take(page, 'remembered');
  await remembered.getByRole('button', { name: 'Forget all of this' }).click();
  await page.locator('.ask button.grave').click();
  await page.getByText('Forgotten.').waitFor();
  expect(await remembered.getByRole('listitem').allInnerTexts()).toEqual(['“left”: dismissed 2 times']);
  const left = await worker.evaluate(() => chrome.storage.local.get(['guideHistory', 'completions']));
  expect(left).toEqual({ guideHistory: { version: 1, value: { 'shop-basics/left': guideHistory['shop-basics/left'] } } });
  await page.close();
});

/** Presses a button that does nothing, four times within a second. */
async function meetFriction(page: Page): Promise<void> {
  await page.bringToFront();
  await pressInHaste(page.getByRole('button', { name: 'New order' }), 4);
}
/** Four presses on a control within a second are reported when the second is over and the page script has sent what it has. */
const REPORTED_WITHIN_MS = 3000;
const hasFriction = async () => (await kindsOnDisk()).includes('friction');

test('friction is recorded, and while paused only feedback is, across a stopped worker and a restart of the browser', async () => {
  const { page } = await open();
  await untilFrictionListens(page);
  await meetFriction(page);
  await eventually(hasFriction, async () => `No friction among ${JSON.stringify(await kindsOnDisk())}`, 20_000);

  const side = await panel();
  await side.getByRole('switch', { name: 'Recording' }).click();
  await side.getByLabel('How long “Recording” stays off').selectOption('Until I turn it on');
  await side.locator('.banner').getByText('Recording is paused until you resume it.').waitFor();
  await shots.take(side, 'paused');
  const before = (await onDisk()).length;

  await meetFriction(page);
  await chromium.stopWorker();
  await page.reload();
  const cairn = overlaySurface(page);
  await cairn.click(tip);
  await meetFriction(page);
  await pageHasRun(page, REPORTED_WITHIN_MS);
  expect(await onDisk()).toHaveLength(before);

  await chromium.close();
  await begin();
  const again = await open();
  await again.cairn.click(tip);
  await meetFriction(again.page);
  await pageHasRun(again.page, REPORTED_WITHIN_MS);
  expect(await onDisk()).toHaveLength(before);
  await say('This works well');
  expect((await onDisk()).at(-1)?.entry).toMatchObject({ kind: 'feedback', choice: 'works' });
  expect(await onDisk()).toHaveLength(before + 1);

  const popup = await chromium.context.newPage();
  await popup.goto(`chrome-extension://${chromium.extensionId}/popup.html`);
  await popup.getByText('Recording is paused until you resume it.').waitFor();
  await shots.take(popup, 'popup-paused');
  await popup.getByRole('switch', { name: 'Recording' }).click();
  await popup.getByText('Recording is on').waitFor();
  await popup.close();
  const frictionBefore = (await kindsOnDisk()).filter((kind) => kind === 'friction').length;
  await eventually(
    async () => {
      await meetFriction(again.page);
      await pageHasRun(again.page, REPORTED_WITHIN_MS);
      return (await kindsOnDisk()).filter((kind) => kind === 'friction').length > frictionBefore;
    },
    () => 'Open pages did not go on recording after the pause',
    20_000,
  );
  await again.page.close();
});

test('the panel reads its texts from its files when the browser provides none', async () => {
  const page = await chromium.context.newPage();
  await page.addInitScript(() => {
    (globalThis as unknown as { chrome: { i18n: { getMessage(): string } } }).chrome.i18n.getMessage = () => '';
  });
  await page.goto(`chrome-extension://${chromium.extensionId}/panel.html#mine`);
  await page.getByRole('tabpanel').getByRole('heading', { name: 'My records' }).waitFor();
  expect(await page.locator('html').getAttribute('dir')).toBe('ltr');
  await page.close();
});

test('the popup opens the panel beside the page', async () => {
  const popup = await chromium.context.newPage();
  await popup.goto(`chrome-extension://${chromium.extensionId}/popup.html`);
  await popup.getByRole('button', { name: 'Open side panel' }).click();
  const worker = await chromium.worker();
  interface Contexts {
    runtime: { getContexts(of: object): Promise<{ contextType: string; documentUrl?: string }[]> };
  }
  const contexts = () =>
    worker.evaluate(async () => (globalThis as unknown as { chrome: Contexts }).chrome.runtime.getContexts({}));
  await eventually(
    async () =>
      (await contexts()).some(
        ({ contextType, documentUrl }) => contextType === 'SIDE_PANEL' && documentUrl?.includes('/panel.html'),
      ),
    async () => `No side panel among ${JSON.stringify(await contexts())}`,
  );
});

test('nothing is recorded on a page outside the policy', async () => {
  const before = await onDisk();
  const page = await chromium.context.newPage();
  await page.goto(`${stage.elsewhere}/index.html`);
  await meetFriction(page);
  await pageHasRun(page, REPORTED_WITHIN_MS);
  await say('This works well');
  const later = (await onDisk()).slice(before.length).map(({ entry }) => entry);
  expect(later.filter(({ kind }) => kind === 'friction')).toEqual([]);
  expect(later.at(-1)).toMatchObject({ kind: 'feedback', choice: 'works' });
  await page.close();
});

test("records older than the policy's retention are deleted by an alarm, unsent feedback is not", async () => {
  await say('This confused me');
  await stage.arrives(({ choice }) => choice === 'confused');
  await stage.hub.kill();
  await say('Something is missing', '/products.html');
  const worker = await chromium.worker();
  const age = async (days: number) =>
    worker.evaluate(async (ms) => {
      const opening = indexedDB.open('cairn-ledger');
      const db = await new Promise<IDBDatabase>((done) => {
        opening.onsuccess = () => done(opening.result);
      });
      const transaction = db.transaction('rows', 'readwrite');
      const rows = transaction.objectStore('rows');
      const reading = rows.openCursor();
      reading.onsuccess = () => {
        const cursor = reading.result;
        if (!cursor) return;
        cursor.update({ ...cursor.value, recordedAt: Date.now() - ms });
        cursor.continue();
      };
      await new Promise((done) => {
        transaction.oncomplete = done;
      });
      db.close();
      const api = (globalThis as unknown as { chrome: { alarms: { create(name: string, at: object): Promise<void> } } }).chrome;
      await api.alarms.create('cairn-packs', { when: Date.now(), periodInMinutes: 15 });
    }, days * 86_400_000);
  const count = (await onDisk()).length;
  await age(13);
  await new Promise((done) => setTimeout(done, 5000));
  expect((await onDisk()).length).toBeGreaterThanOrEqual(count);
  await age(15);
  await eventually(
    async () => (await onDisk()).every(({ state, entry }) => state === 'waiting' && entry.kind === 'feedback'),
    async () => JSON.stringify((await onDisk()).map(({ state, entry, recordedAt }) => [state, entry.kind, recordedAt])),
    30_000,
  );
  expect((await onDisk()).map(({ entry }) => entry)).toEqual([expect.objectContaining({ choice: 'missing' })]);
  await stage.hub.restart();
});

test.each([
  ['dark', 'en', { colorScheme: 'dark' }, 400],
  ['arabic', 'ar', { colorScheme: 'light' }, 400],
  ['narrow', 'de', { colorScheme: 'light' }, 320],
] as const)('the panel as it looks: %s', async (name, language, colours, width) => {
  const own = await startChromium({ lifetime, extension: builtExtension('chrome'), policy: stage.policy, language });
  const page = await own.context.newPage();
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia(colours);
  await page.goto(`chrome-extension://${own.extensionId}/panel.html#mine`);
  await page.locator('#records').waitFor();
  await shots.take(page, name);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  expect(await page.evaluate(() => document.documentElement.dir)).toBe(language === 'ar' ? 'rtl' : 'ltr');
  await own.close();
});
