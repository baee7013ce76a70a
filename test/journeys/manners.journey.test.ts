import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtExtension } from './harness/built-extension.ts';
import { type ChromiumJourney, startChromium } from './harness/chromium.ts';
import { eventually } from './harness/eventually.ts';
import { overlaySurface } from './harness/overlay-in-chromium.ts';
import { pageHasRun } from './harness/page-has-run.ts';
import { type Screens, startScreens } from './harness/screens.ts';
import type { Box, Surface } from './harness/surface.ts';
import { type JourneyStage, startStage } from './stage.ts';

const lifetime = new AsyncDisposableStack();
afterAll(() => lifetime.disposeAsync());

let stage: JourneyStage;
let chromium: ChromiumJourney;
let shots: Screens;

beforeAll(async () => {
  stage = await startStage(lifetime);
  shots = await startScreens('manners');
  chromium = await startChromium({ lifetime, extension: builtExtension('chrome'), policy: stage.policy });
});

const tip = { role: 'button', name: 'Tip: Search by customer' };
const launcher = { role: 'button', name: 'Cairn: feedback and guides' };
/** A tip that is to be shown is located and drawn well within this time after the launcher is there. */
const LOCATED_WITHIN_MS = 1500;

const liesAt = (box: Box, x: number, y: number) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;

async function open(path = '/index.html'): Promise<{ page: Page; cairn: Surface }> {
  const page = await chromium.context.newPage();
  await page.goto(stage.shop + path);
  return { page, cairn: overlaySurface(page) };
}

test('clicks and keys that a page synthesises do not act on the overlay', async () => {
  const { page, cairn } = await open();
  await cairn.find(launcher);
  await page.evaluate(() => {
    // The page's own links lead nowhere now, so that the page stays to be looked at.
    for (const link of document.querySelectorAll('a')) link.removeAttribute('href');
    for (const element of document.documentElement.children) {
      (element as HTMLElement).click();
      for (const type of ['pointerdown', 'click', 'keydown'])
        element.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, cancelable: true }));
    }
    for (let x = 0; x < innerWidth; x += 20)
      for (let y = 0; y < innerHeight; y += 20)
        document
          .elementFromPoint(x, y)
          ?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, clientX: x, clientY: y }));
  });
  await pageHasRun(page, 300);
  expect(await cairn.exists({ role: 'dialog' })).toBe(false);
  await cairn.click(launcher);
  await cairn.find({ role: 'dialog', name: 'Feedback and guides' });
  await page.close();
});

test('a tip opens by keyboard, Escape closes it and returns the focus to its beacon; nothing takes the focus unasked', async () => {
  const page = await chromium.context.newPage();
  const cairn = overlaySurface(page);
  await page.goto(`${stage.shop}/index.html`, { waitUntil: 'commit' });
  await page.getByRole('searchbox').focus();
  await cairn.find(tip);
  await cairn.find(launcher);
  await pageHasRun(page, 400);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
  await page.getByRole('button', { name: 'New order' }).focus();
  for (let i = 0; i < 4 && (await page.evaluate(() => document.activeElement?.tagName)) !== 'DIV'; i += 1)
    await page.keyboard.press('Tab');
  await cairn.pressPoint(tip);
  await page.keyboard.press('Enter');
  await cairn.find({ role: 'dialog', name: 'Tip: Search by customer' });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await cairn.gone({ role: 'dialog', name: 'Tip: Search by customer' });
  // The browser reports that nothing lies over the beacon any more some tenths of a second later.
  await cairn.pressPoint(tip);
  await page.keyboard.press('Enter');
  await cairn.find({ role: 'dialog', name: 'Tip: Search by customer' });
  await page.close();
});

test('a dragged feedback button stays where it was dropped, also on the next page', async () => {
  const { page, cairn } = await open();
  await cairn.find(launcher);
  const { width, height } = page.viewportSize()!;
  await page.mouse.move(width - 28, height - 28);
  await page.mouse.down();
  await page.mouse.move(width / 2, height / 2, { steps: 5 });
  await page.mouse.move(40, 300, { steps: 5 });
  await page.mouse.up();
  expect(await cairn.exists({ role: 'dialog', name: 'Feedback and guides' })).toBe(false);
  await page.goto(`${stage.shop}/products.html`);
  const moved = overlaySurface(page);
  await eventually(
    async () => liesAt(await moved.where(launcher), 40, 300),
    async () => `The button is elsewhere: ${JSON.stringify(await moved.where(launcher))}`,
  );
  await moved.pressPoint(launcher);
  await page.mouse.click(40, 300);
  await moved.find({ role: 'dialog', name: 'Feedback and guides' });
  await shots.take(page, 'moved-to-the-other-edge');
  await page.mouse.click(40, 300);
  await moved.gone({ role: 'dialog', name: 'Feedback and guides' });
  await page.close();
});

test('muting an app takes one press, removes its tips in every tab, and is ended at the same button', async () => {
  const { page, cairn } = await open();
  const { page: other, cairn: there } = await open();
  await there.find(tip);
  await cairn.find(tip);
  await page.bringToFront();
  await cairn.click(launcher);
  await cairn.click({ role: 'DisclosureTriangle', name: 'Mute tips' });
  await shots.take(page, 'mute');
  await cairn.click({ role: 'button', name: 'Mute in this app' });
  await cairn.gone(tip);
  await there.gone(tip);
  await cairn.click(launcher);
  await cairn.click({ role: 'button', name: 'Unmute' });
  await cairn.find(tip);
  await there.find(tip);
  await Promise.all([page.close(), other.close()]);
});

test('a dismissed tip stays away for 30 days in every tab; after a second dismissal it stays away for good', async () => {
  const { page, cairn } = await open();
  const { page: other, cairn: there } = await open();
  const worker = await chromium.worker();
  /** The dismissals were a day longer ago than the silence lasts. */
  const waitLong = () =>
    worker.evaluate<void>(`chrome.storage.local.get('guideHistory').then(({ guideHistory }) => {
      for (const one of Object.values(guideHistory.value)) if (one.dismissedAt) one.dismissedAt -= 31 * 24 * 60 * 60 * 1000;
      return chrome.storage.local.set({ guideHistory });
    })`);
  const isSilent = async () => {
    await page.reload();
    await cairn.find(launcher);
    await pageHasRun(page, LOCATED_WITHIN_MS);
    expect(await cairn.exists(tip)).toBe(false);
  };
  await there.find(tip);
  await page.bringToFront();
  await cairn.click(tip);
  await cairn.click({ role: 'button', name: 'Don’t show this tip again' });
  await cairn.gone(tip);
  await there.gone(tip);
  await other.close();
  await isSilent();
  await waitLong();
  await page.reload();
  await cairn.click(tip);
  await cairn.click({ role: 'button', name: 'Don’t show this tip again' });
  await cairn.gone(tip);
  await waitLong();
  await isSilent();
  await page.close();
});

test('the panel is readable in dark mode, in a narrow window and in forced colours', async () => {
  const { page, cairn } = await open('/order.html');
  for (const [name, width, colours] of [
    ['dark', 1280, { colorScheme: 'dark' }],
    ['narrow', 320, { colorScheme: 'light' }],
    ['forced-colours', 1280, { forcedColors: 'active' }],
  ] as const) {
    await page.setViewportSize({ width, height: 720 });
    await page.emulateMedia({ colorScheme: null, forcedColors: null });
    await page.emulateMedia(colours);
    await cairn.click(launcher);
    await cairn.find({ role: 'dialog', name: 'Feedback and guides' });
    await shots.take(page, name);
    await page.keyboard.press('Escape');
    await cairn.gone({ role: 'dialog', name: 'Feedback and guides' });
  }
  await page.close();
});

test('in Arabic the whole overlay reads from right to left', async () => {
  const arabic = await startChromium({ lifetime, extension: builtExtension('chrome'), policy: stage.policy, language: 'ar' });
  const page = await arabic.context.newPage();
  await page.goto(`${stage.shop}/index.html`);
  const cairn = overlaySurface(page);
  await cairn.click({ role: 'button', name: 'Cairn: الملاحظات والأدلة' });
  await cairn.find({ role: 'button', name: 'هذا أربكني' });
  await shots.take(page, 'arabic');
  await page.keyboard.press('Escape');
  await cairn.click({ role: 'button', name: /^نصيحة/ });
  await cairn.click({ role: 'button', name: 'أرني كيف' });
  await eventually(
    async () => (await cairn.text()).includes('الخطوة 1 من 5'),
    () => cairn.text(),
  );
  await shots.take(page, 'arabic-step');
  await arabic.close();
});
