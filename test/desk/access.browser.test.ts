import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DeskInBrowser, deskInBrowser } from './desk-in-browser.ts';
import { faultsOn } from './faults-on.ts';
import { feedback, severalPieces } from './feedback.ts';

let desk: DeskInBrowser;
beforeAll(async () => {
  desk = await deskInBrowser();
});
afterAll(() => desk?.close());

test.each([
  { colorScheme: 'light', dir: 'ltr', width: 1280 },
  { colorScheme: 'dark', dir: 'ltr', width: 1280 },
  { colorScheme: 'light', dir: 'rtl', width: 320 },
] as const)(
  'axe finds nothing wrong in $colorScheme, $dir, at $width px',
  async ({ colorScheme, dir, width }) => {
    const { page, violations } = await desk.visit({ colorScheme, viewport: { width, height: 800 } });
    desk.hub.mood = 'well';
    desk.hub.items = severalPieces();
    const judge = async (place: string) => {
      await page.evaluate((direction) => document.documentElement.setAttribute('dir', direction), dir);
      expect(await faultsOn(page), place).toEqual([]);
    };
    await page.goto(`${desk.hub.url}/desk/`);
    await page.getByRole('heading', { name: 'Sign in to the desk' }).waitFor();
    await judge('the door');
    await page.goto(desk.hub.link());
    const rows = page.getByRole('list', { name: 'Feedback, most important first' }).getByRole('link');
    await rows.first().waitFor();
    await judge('the list');
    await rows.filter({ hasText: 'whole page loads' }).click();
    await page.getByRole('heading', { name: 'This slowed me down' }).waitFor();
    await judge('a piece');
    await page.keyboard.press('Escape');
    desk.hub.items.push(feedback());
    await page.getByRole('button', { name: 'New feedback — show' }).waitFor();
    desk.hub.mood = 'silent';
    await page.getByRole('complementary').waitFor();
    await judge('an arrival, and a silent hub');
    expect(violations).toEqual([]);
    await page.context().close();
  },
  90_000,
);

test('every target is at least 24 by 24 pixels or inline in text', async () => {
  const { page } = await desk.visit({ viewport: { width: 320, height: 800 } });
  desk.hub.mood = 'well';
  desk.hub.items = severalPieces();
  await page.goto(desk.hub.link());
  const rows = page.getByRole('list', { name: 'Feedback, most important first' }).getByRole('link');
  await rows.nth(1).waitFor();
  expect(await tooSmall(page)).toEqual([]);
  await rows.nth(1).click();
  await page.getByRole('link', { name: 'Back to the list' }).waitFor();
  expect(await tooSmall(page)).toEqual([]);
  await page.context().close();
});

test('under a finger every target is at least 44 pixels high', async () => {
  const { page } = await desk.visit({ viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true });
  desk.hub.mood = 'well';
  desk.hub.items = severalPieces();
  await page.goto(desk.hub.link());
  const rows = page.getByRole('list', { name: 'Feedback, most important first' }).getByRole('link');
  await rows.nth(1).waitFor();
  expect(await tooSmall(page, 44)).toEqual([]);
  await rows.nth(1).click();
  await page.getByRole('link', { name: 'Back to the list' }).waitFor();
  expect(await tooSmall(page, 44)).toEqual([]);
  await page.context().close();
});

test('beside the list there is no way back to it, and in forced colours only the current page is framed', async () => {
  const { page } = await desk.visit({ viewport: { width: 1280, height: 800 }, forcedColors: 'active' });
  desk.hub.mood = 'well';
  desk.hub.items = severalPieces();
  await page.goto(desk.hub.link());
  const rows = page.getByRole('list', { name: 'Feedback, most important first' }).getByRole('link');
  await rows.nth(1).click();
  await page.locator('.detail article').waitFor();
  expect(await page.locator('.detail-back').isVisible()).toBe(false);
  const colours = await page
    .locator('[aria-label=Desk] a')
    .evaluateAll((links) => links.map((link) => getComputedStyle(link).borderBlockEndColor));
  expect(new Set(colours).size).toBe(2);
  expect(colours.filter((colour) => colour !== colours[0])).toHaveLength(colours.length - 1);
  await page.context().close();
});

function tooSmall(page: Page, size = 24): Promise<string[]> {
  return page.evaluate((least) => {
    const targets = [...document.querySelectorAll('a:not(.skip), button, select')].filter((target) => target.checkVisibility());
    const small = targets.filter((target) => {
      const { width, height } = target.getBoundingClientRect();
      return width < 24 || height < least;
    });
    return small.map((target) => target.outerHTML);
  }, size);
}

test('forced colours keep open item, states and focus visible', async () => {
  const { page } = await desk.visit({ forcedColors: 'active' });
  desk.hub.mood = 'well';
  desk.hub.items = severalPieces();
  await page.goto(desk.hub.link());
  const rows = page.getByRole('list', { name: 'Feedback, most important first' }).getByRole('link');
  await rows.nth(1).click();
  const [open, other] = await Promise.all(
    [0, 1].map((at) => rows.nth(1 - at).evaluate((row) => getComputedStyle(row.closest('.row')!).borderInlineStartColor)),
  );
  expect(open).not.toBe(other);
  const [icon, text] = await rows
    .nth(0)
    .evaluate((row) => [getComputedStyle(row.querySelector('svg')!).color, getComputedStyle(row).color]);
  expect(icon).toBe(text);
  await page.keyboard.press('Escape');
  await expect.poll(() => rows.nth(1).evaluate((row) => row === document.activeElement)).toBe(true);
  await page.keyboard.press('ArrowDown');
  expect(await rows.nth(2).evaluate((row) => getComputedStyle(row).outlineStyle)).toBe('solid');
  await page.screenshot({ path: new URL('../../.cairn/screens/desk/6-forced-colours.png', import.meta.url).pathname });
  await page.context().close();
});

test('reduced motion disables all animation', async () => {
  const { page } = await desk.visit({ reducedMotion: 'reduce' });
  desk.hub.items = severalPieces();
  await page.goto(desk.hub.link());
  const row = page.getByRole('list', { name: 'Feedback, most important first' }).getByRole('link').first();
  expect(await row.evaluate((element) => getComputedStyle(element).transitionDuration)).toBe('0s');
  await page.context().close();
});
