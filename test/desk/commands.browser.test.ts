import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type DeskInBrowser, deskInBrowser, type Visit } from './desk-in-browser.ts';
import { faultsOn } from './faults-on.ts';
import { severalPieces } from './feedback.ts';
import { overflow } from './overflow.ts';

let desk: DeskInBrowser;
let visit: Visit;
let page: Page;
beforeAll(async () => {
  desk = await deskInBrowser();
});
afterAll(() => desk?.close());
beforeEach(async () => {
  desk.hub.items = severalPieces();
  visit = await desk.visit();
  page = visit.page;
  await page.goto(desk.hub.link());
  await page.getByRole('navigation', { name: 'Desk' }).getByRole('link').first().waitFor();
});
afterEach(async () => {
  expect(visit.violations).toEqual([]);
  await page.context().close();
});

const palette = () => page.getByRole('dialog', { name: 'All commands' });
const help = () => page.getByRole('dialog', { name: 'Keyboard shortcuts' });
const options = () => palette().getByRole('option');
const chosen = () => palette().getByRole('option', { selected: true });
const heading = (name: string) => page.getByRole('heading', { name, level: 1 });

test('the palette finds a command by its words and runs it, without the mouse', async () => {
  await page.keyboard.press('ControlOrMeta+k');
  const query = palette().getByRole('combobox');
  await expect.poll(() => query.evaluate((input) => input === document.activeElement)).toBe(true);
  expect(await options().count()).toBeGreaterThan(4);
  await page.keyboard.type('answers go');
  await expect.poll(() => options().allInnerTexts()).toHaveLength(1);
  expect(await query.getAttribute('aria-activedescendant')).toBe(await chosen().getAttribute('id'));
  await page.keyboard.press('Enter');
  await heading('Answers').waitFor();
  expect(await palette().count()).toBe(0);
});

test('arrow keys choose in the palette, Escape closes it, and the focus returns', async () => {
  const link = page.getByRole('navigation', { name: 'Desk' }).getByRole('link').nth(1);
  await link.focus();
  await page.keyboard.press('ControlOrMeta+k');
  const first = await chosen().innerText();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => chosen().innerText()).not.toBe(first);
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => chosen().innerText()).toBe(first);
  await page.keyboard.type('no such thing');
  await palette().getByText('Nothing matches.').waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect.poll(() => palette().count()).toBe(0);
  expect(await link.evaluate((one) => one === document.activeElement)).toBe(true);
});

test('g and a letter go to a place; while somebody types, with an input method or with a dialog open, letters are letters', async () => {
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await heading('Answers').waitFor();
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('gk');
  expect(await palette().getByRole('combobox').inputValue()).toBe('gk');
  await page.keyboard.press('Escape');
  await page.evaluate(() => {
    for (const key of ['g', 'k'])
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, isComposing: true }));
  });
  await heading('Answers').waitFor();
});

test('the help lists the keys of every command here, and switches single characters off for good', async () => {
  await page.keyboard.press('?');
  await help().getByText('Go to Answers').waitFor();
  const listed = await help().locator('dt').allInnerTexts();
  expect(listed).toEqual(expect.arrayContaining(['All commands', 'Keyboard shortcuts']));
  await help().getByLabel('Shortcuts of a single character').uncheck();
  await page.keyboard.press('Escape');
  await page.reload();
  await page.getByRole('navigation', { name: 'Desk' }).getByRole('link').first().waitFor();
  await page.keyboard.press('?');
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await page.keyboard.press('ControlOrMeta+k');
  await palette().waitFor();
  expect(await help().count()).toBe(0);
  expect(await heading('Answers').count()).toBe(0);
  await page.keyboard.type('turn on');
  await page.keyboard.press('Enter');
  await page.keyboard.press('?');
  await help().waitFor();
});

test.each(['light', 'dark'] as const)(
  'palette and help fit 320 pixels in both directions, and axe finds nothing wrong, %s',
  async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    for (const [key, dialog] of [
      ['?', help()],
      ['ControlOrMeta+k', palette()],
    ] as const) {
      await page.keyboard.press(key);
      await dialog.waitFor();
      for (const width of [1280, 320])
        for (const dir of ['rtl', 'ltr']) {
          await page.setViewportSize({ width, height: 640 });
          await page.evaluate((direction) => document.documentElement.setAttribute('dir', direction), dir);
          expect(await overflow(page), `${key} at ${width}, ${dir}`).toEqual([]);
        }
      expect(await faultsOn(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await expect.poll(() => dialog.count()).toBe(0);
    }
  },
);
