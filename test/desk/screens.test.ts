import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DeskInBrowser, deskInBrowser } from './desk-in-browser.ts';
import { severalPieces } from './feedback.ts';

const folder = join(import.meta.dirname, '../../.cairn/screens/desk');
const looks = [320, 768, 1280].flatMap((width) =>
  (['light', 'dark'] as const).flatMap((colorScheme) => [
    { width, colorScheme, dir: 'ltr' },
    ...(colorScheme === 'light' ? [{ width, colorScheme, dir: 'rtl' }] : []),
  ]),
);

let desk: DeskInBrowser;
beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  desk = await deskInBrowser();
});
afterAll(() => desk?.close());

test.each(looks)('nothing is wider than the screen at $width px, $colorScheme, $dir', async ({ width, colorScheme, dir }) => {
  const { page } = await desk.visit({ viewport: { width, height: width < 700 ? 720 : 860 }, colorScheme });
  desk.hub.items = severalPieces();
  const shoot = async (name: string) => {
    await page.evaluate((direction) => document.documentElement.setAttribute('dir', direction), dir);
    expect(await overflow(page)).toEqual([]);
    await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}-${dir}.png`) });
  };
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
  desk.hub.mood = 'silent';
  await page.getByRole('complementary').waitFor();
  desk.hub.mood = 'well';
  await page.goBack();
  await shoot('4-silent');
  desk.hub.items = [];
  await page.goto(`${desk.hub.url}/desk/`);
  await page.getByRole('heading', { name: 'No feedback yet' }).waitFor();
  await shoot('5-empty');
  await page.context().close();
});

/** What sticks out of the viewport on either side. */
function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const out = [...document.body.querySelectorAll('*')].filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return right > clientWidth + 1 || left < -1;
    });
    return out.map((element) => `${element.tagName}.${element.className}`);
  });
}
