import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtExtension } from './harness/built-extension.ts';
import { type ChromiumJourney, startChromium } from './harness/chromium.ts';
import { eventually } from './harness/eventually.ts';
import { overlaySurface } from './harness/overlay-in-chromium.ts';
import { pageHasRun } from './harness/page-has-run.ts';
import type { ManagedPolicy } from './harness/policy-content.ts';
import { type Screens, startScreens } from './harness/screens.ts';
import type { Surface } from './harness/surface.ts';
import { waitForStepFound } from './harness/wait-for-step-found.ts';
import { startWalkApp } from './walk-app.ts';

const lifetime = new AsyncDisposableStack();
afterAll(() => lifetime.disposeAsync());

let app: string;
let policy: ManagedPolicy;
let chromium: ChromiumJourney;
let shots: Screens;

beforeAll(async () => {
  ({ app, policy } = await startWalkApp(lifetime));
  shots = await startScreens('walk');
  chromium = await startChromium({ lifetime, extension: builtExtension('chrome'), policy });
});

const button = (name: string | RegExp) => ({ role: 'button', name });
const launcher = button('Cairn: feedback and guides');
/** The ghost pointer is on its way to a control for this long, and the overlay plays one step within the other. */
const GHOST_TRAVEL_MS = 900;
const ONE_PLAYED_STEP_MS = 3500;
/** The first of the seven steps is optional and not on the page; those that a branch leaves out count no more either. */
const step = (n: number, of = 6) => ({ role: 'dialog', name: new RegExp(`step ${n} of ${of}$`) });

interface Visit {
  page: Page;
  cairn: Surface;
}

async function open(path = '/order.html', on = chromium): Promise<Visit> {
  const page = await on.context.newPage();
  await page.goto(app + path);
  return { page, cairn: overlaySurface(page) };
}

async function begin(title = 'Place an order', path?: string): Promise<Visit> {
  const visit = await open(path);
  await visit.cairn.click(launcher);
  await visit.cairn.click(button(title));
  return visit;
}

/** A profile of somebody who reads that language; the browser's own words are another setting. */
async function readerOf(language: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-reader-'));
  lifetime.defer(() => rm(folder, { recursive: true, force: true }));
  await mkdir(join(folder, 'Default'));
  const settings = { intl: { accept_languages: language, selected_languages: language } };
  await writeFile(join(folder, 'Default', 'Preferences'), JSON.stringify(settings));
  return folder;
}

const says = ({ cairn }: Visit, words: string, within?: number) =>
  eventually(
    async () => (await cairn.text()).includes(words),
    async () => `Not said: ${words}. Said: ${await cairn.text()}`,
    within,
  );
/** What the page's own script holds. */
declare const walk: { state: { amount: string; terms: string; saved: number }; heard: string[] };
const state = ({ page }: Visit) => page.evaluate(() => walk.state);
const end = async ({ page, cairn }: Visit) => {
  await cairn.click(button('Exit'));
  await page.close();
};

test('in guide mode an optional step is skipped, unmet values and checks show their message, a branch follows the page, and a wait ends', async () => {
  const visit = await begin();
  const { page, cairn } = visit;
  await waitForStepFound(cairn, step(1));
  await page.getByLabel('Amount').fill('0');
  await page.keyboard.press('Tab');
  await says(visit, 'The amount is still empty.');
  await shots.take(page, 'guide-value-unmet');
  await page.getByLabel('Amount').fill('5,000.00');
  await page.keyboard.press('Tab');
  await cairn.find(step(2));
  await cairn.click(button('Skip this step'));
  await waitForStepFound(cairn, step(3));
  await says(visit, 'The order is checked at once.');
  await page.getByRole('button', { name: 'Save' }).click();
  await says(visit, 'The terms are still empty.');
  await page.getByLabel('Terms').focus();
  await page.keyboard.press('ArrowDown');
  await page.getByLabel('Amount').fill('5000');
  await page.getByRole('button', { name: 'Save' }).click();
  await waitForStepFound(cairn, step(4));
  await shots.take(page, 'guide-branch-in-a-dialog');
  await page.getByLabel('Reason').fill('Urgent');
  await page.keyboard.press('Tab');
  await cairn.find(step(5));
  await says(visit, 'The order is being checked…');
  await shots.take(page, 'guide-waiting');
  await cairn.find(step(6));
  await cairn.click(button('Back'));
  await cairn.find(step(5));
  // Who is in the card stays in it when its step goes: the first Tab from there is to the first of its buttons.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await cairn.find(step(6));
  await cairn.click(button('Back'));
  await cairn.find(step(5));
  await cairn.click(button('Next'));
  await cairn.click(button('Finish'));
  await says(visit, 'You have reached the end');
  await page.close();
});

test('a branch whose condition never holds is not taken, a long wait is reported, and a change of route leaves the step in place', async () => {
  const visit = await begin();
  const { page, cairn } = visit;
  await waitForStepFound(cairn, step(1));
  await says(visit, 'Over 1,000');
  await page.evaluate(() => history.pushState(null, '', '/list.html'));
  await says(visit, 'you moved to another page');
  await page.evaluate(() => history.pushState(null, '', '/order.html?draft=1'));
  await waitForStepFound(cairn, step(1));
  await page.evaluate(() => history.pushState(null, '', '/order.html?draft=2'));
  await pageHasRun(page, 600);
  expect(await cairn.text()).not.toContain('Looking for it');
  await page.getByLabel('Amount').fill('10');
  await page.keyboard.press('Tab');
  await waitForStepFound(cairn, step(2));
  await page.getByLabel('Terms').focus();
  await page.keyboard.press('ArrowDown');
  await waitForStepFound(cairn, step(3));
  await page.evaluate(() => {
    walk.state.terms = '';
  });
  await page.getByRole('button', { name: 'Save' }).click();
  await cairn.find(step(4, 5));
  await says(visit, 'taking longer than expected');
  await shots.take(page, 'guide-late');
  await end(visit);
});

test("in do mode every act is confirmed, a submission twice, and the page accepts it like the person's own", async () => {
  const visit = await begin();
  const { page, cairn } = visit;
  await cairn.click(button('Do it for me'));
  await says(visit, 'Cairn will enter “5000” here.');
  await shots.take(page, 'do-fill');
  expect(await state(visit)).toMatchObject({ amount: '' });
  await cairn.click(button('Go ahead'));
  await says(visit, 'Cairn will choose “Net 60” here.');
  expect(await state(visit)).toMatchObject({ amount: '5000' });
  await cairn.click(button('Go ahead'));
  await says(visit, 'Cairn will click this.');
  expect(await state(visit)).toMatchObject({ terms: 'n60', saved: 0 });
  await cairn.click(button('Go ahead'));
  await says(visit, 'This may not be undoable. Let Cairn click “Save”?');
  await shots.take(page, 'do-asked-again');
  await cairn.click(button('I’ll do it myself'));
  await says(visit, 'Cairn will click this.');
  expect(await state(visit)).toMatchObject({ saved: 0 });
  await cairn.click(button('Go ahead'));
  await cairn.click(button('Yes, go ahead'));
  await cairn.find(step(4));
  expect(await state(visit)).toMatchObject({ saved: 1 });
  await end(visit);
});

test('in show mode the ghost pointer plays the steps, can be paused, and sends no event to the page', async () => {
  const visit = await begin();
  const { page, cairn } = visit;
  await cairn.click(button('Show me'));
  await cairn.find(button('Pause'));
  await cairn.click(button('Speed: 1×'));
  await cairn.find(step(1));
  await pageHasRun(page, GHOST_TRAVEL_MS);
  await shots.take(page, 'show-ghost');
  await cairn.click(button('Pause'));
  await cairn.find(button('Resume'));
  await pageHasRun(page, ONE_PLAYED_STEP_MS);
  await cairn.find(step(1));
  await cairn.click(button('Resume'));
  await page.evaluate(() => {
    walk.heard.length = 0;
  });
  await cairn.find(step(3));
  await shots.take(page, 'show-ghost-save');
  await eventually(
    async () => (await cairn.text()).includes('That’s the whole process'),
    () => cairn.text(),
    30_000,
  );
  expect(await page.evaluate(() => walk.heard)).toEqual([]);
  expect(await state(visit)).toEqual({ amount: '', terms: '', saved: 0 });
  await shots.take(page, 'show-end');
  await cairn.click(button('Guide me'));
  await cairn.find(step(1));
  await end(visit);
});

test('a walkthrough is offered in a second tab, is shown in one tab at a time, and survives closing either', async () => {
  const first = await begin();
  await first.cairn.find(step(1));
  const second = await open('/list.html');
  await says(second, 'Continues in another tab');
  await shots.take(second.page, 'offered-in-another-tab');
  await second.cairn.click(button('Continue here'));
  await second.cairn.find(step(1));
  await says(first, 'Continues in another tab');
  expect(await first.cairn.exists(step(1))).toBe(false);
  await second.page.close();
  await first.page.bringToFront();
  await first.cairn.find(step(1));
  const third = await open('/list.html');
  await third.cairn.click(button('Not here'));
  await third.page.reload();
  await third.cairn.find(launcher);
  const fourth = await open('/list.html');
  await fourth.cairn.find(button('Continue here'));
  await third.page.bringToFront();
  await pageHasRun(third.page, 300);
  expect(await third.cairn.exists(button('Continue here'))).toBe(false);
  await fourth.page.close();
  await third.page.close();
  await first.page.bringToFront();
  await end(first);
});

test('a walkthrough follows into a tab that the app opens and returns when it closes; a missing control is explained with what to do', async () => {
  const first = await begin('Block a customer');
  await waitForStepFound(first.cairn, step(1, 3));
  const opening = chromium.context.waitForEvent('page');
  await first.page.getByRole('link', { name: 'Open customer' }).click();
  const opened = await opening;
  const second = { page: opened, cairn: overlaySurface(opened) };
  await second.cairn.find(step(2, 3));
  await says(second, 'Nothing is delivered any more.');
  await says(first, 'Continues in another tab');
  const since = Date.now();
  await second.cairn.click(button('Next'));
  await says(second, 'Press Ctrl+Shift+A.', 4000);
  expect(Date.now() - since).toBeLessThan(4000);
  await second.cairn.click(button('More choices'));
  await second.cairn.click(button('Report this'));
  await says(second, 'Reported.');
  await shots.take(second.page, 'missing-otherwise-reported');
  await opened.close();
  await first.page.bringToFront();
  await first.cairn.find(step(3, 3));
  await end(first);
});

test('a walkthrough survives reload, a stopped worker, leaving the page, an expired session and the way back', async () => {
  const visit = await begin();
  const { page, cairn } = visit;
  await waitForStepFound(cairn, step(1));
  await page.getByLabel('Amount').fill('10');
  await page.keyboard.press('Tab');
  await cairn.find(step(2));
  await page.reload();
  await waitForStepFound(cairn, step(2));
  await says(visit, 'Sixty days are usual.');
  await chromium.stopWorker();
  await page.goto(`${app}/sign-in.html`);
  await says(visit, 'you moved to another page');
  await shots.take(page, 'paused-at-an-expired-session');
  await page.goto(`${app}/list.html`);
  await cairn.click(button('Take me back'));
  await page.waitForURL(/order\.html/);
  await cairn.find(step(2));
  await page.goBack();
  await says(visit, 'you moved to another page');
  await page.goForward();
  await cairn.click(button('Back'));
  await cairn.find(step(1));
  await end(visit);
});

test('after a restart of the browser a walkthrough continues at its step and in its mode', async () => {
  const profile = await readerOf('en');
  const start = () => startChromium({ lifetime, extension: builtExtension('chrome'), policy, profile });
  const before = await start();
  const visit = await open('/order.html', before);
  await visit.cairn.click(launcher);
  await visit.cairn.click(button('Place an order'));
  await visit.cairn.click(button('Do it for me'));
  await visit.cairn.click(button('Go ahead'));
  await visit.cairn.find(step(2));
  await says(visit, 'Cairn will choose “Net 60” here.');
  await before.close();
  const after = await start();
  const again = await open('/order.html', after);
  await says(again, 'Cairn will choose “Net 60” here.');
  await again.cairn.click(button('Back'));
  await again.cairn.find(step(1));
  await after.close();
});

test('a walkthrough works in an app in another language, and its cards in dark mode and in Arabic', async () => {
  const german = await begin('Place an order', '/order.html?lang=de');
  await german.page.emulateMedia({ colorScheme: 'dark' });
  await waitForStepFound(german.cairn, step(1));
  await shots.take(german.page, 'dark-app-in-german');
  await german.cairn.click(button('Show me'));
  await pageHasRun(german.page, GHOST_TRAVEL_MS);
  await shots.take(german.page, 'dark-ghost');
  await end(german);
  const extension = builtExtension('chrome');
  const arabic = await startChromium({ lifetime, extension, policy, language: 'ar', profile: await readerOf('ar') });
  const visit = await open('/order.html', arabic);
  await visit.cairn.click(button('Cairn: الملاحظات والأدلة'));
  await visit.cairn.click(button('تقديم طلب'));
  await says(visit, 'الخطوة 1 من 6');
  await shots.take(visit.page, 'arabic');
  await visit.cairn.click(button('عرض'));
  await pageHasRun(visit.page, GHOST_TRAVEL_MS);
  await shots.take(visit.page, 'arabic-ghost');
  await arabic.close();
});
