import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DeskInBrowser, deskInBrowser } from './desk-in-browser.ts';
import { feedback, severalPieces } from './feedback.ts';
import { overflow } from './overflow.ts';

const folder = join(import.meta.dirname, '../../.cairn/screens/desk');
const sizes = [
  { width: 320, height: 720 },
  { width: 768, height: 860 },
  { width: 1280, height: 860 },
];

let desk: DeskInBrowser;
beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  desk = await deskInBrowser();
});
afterAll(() => desk?.close());

test.each(['light', 'dark'] as const)(
  'no content is wider than the screen at any width and in both reading directions, %s',
  async (colorScheme) => {
    const { page } = await desk.visit({ colorScheme });
    desk.hub.items = severalPieces();
    const shoot = (name: string) => shootAll(page, `${name}-${colorScheme}`);
    await page.goto(`${desk.hub.url}/desk/`);
    await page.getByRole('heading', { name: 'Sign in to the desk' }).waitFor();
    await shoot('1-sign-in');
    await page.goto(desk.hub.link());
    await page
      .getByRole('link', { name: /I have an idea/ })
      .first()
      .waitFor();
    await shoot('2-list');
    await page.getByRole('link', { name: /whole page loads/ }).click();
    await page.getByRole('heading', { name: 'This slowed me down' }).waitFor();
    await shoot('3-detail');
    await page.goBack();
    desk.hub.items.push(feedback(), feedback({ choice: 'idea' }));
    await page.getByRole('button', { name: 'New feedback — show' }).waitFor();
    desk.hub.mood = 'silent';
    await page.getByRole('complementary').waitFor();
    await shoot('4-arrived-and-silent');
    desk.hub.mood = 'well';
    desk.hub.items = [];
    await page.goto(`${desk.hub.url}/desk/`);
    await page.getByRole('heading', { name: 'Nothing to triage' }).waitFor();
    await shoot('5-empty');
    await page.context().close();
  },
);

async function shootAll(page: Page, name: string): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const dir of ['rtl', 'ltr']) {
      await page.evaluate((direction) => document.documentElement.setAttribute('dir', direction), dir);
      expect(await overflow(page), `${name} at ${size.width}, ${dir}`).toEqual([]);
      await page.screenshot({ path: join(folder, `${name}-${size.width}-${dir}.png`) });
    }
  }
}
