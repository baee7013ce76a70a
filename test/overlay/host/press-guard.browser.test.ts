import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { INSTALLED_SHEET } from '../../../src/runtime/installed-mark.ts';
import { bundle } from '../../bench/locate/bundle.ts';
import { sharedChromium } from '../../run/shared-chromium.ts';
import type * as inPage from './in-page/press-guard.ts';

declare const pressGuard: typeof inPage;

const entry = join(import.meta.dirname, 'in-page/press-guard.ts');
const WITHIN = { timeout: 15_000 };
const viewport = { width: 640, height: 400 };

let browser: Browser;
beforeAll(async () => {
  browser = await sharedChromium();
});
afterAll(() => browser?.close());

/** A card is 300 by 160 pixels; at each of these places one or two of its buttons are in the window. */
const places: Record<string, [left: number, top: number]> = {
  'the upper edge': [170, -100],
  'the lower edge': [170, 300],
  'the left edge': [-150, 120],
  'the right edge': [500, 80],
  'a corner': [500, 300],
};
/** How a page may be shown larger or smaller. A browser's own zoom makes pixels larger, and the window smaller in them. */
const scales: Record<string, { style: string; deviceScaleFactor: number }> = {
  'as it is': { style: '', deviceScaleFactor: 1 },
  'at 200 % by the browser': { style: '', deviceScaleFactor: 2 },
  'with CSS zoom 2 on its root': { style: 'html { zoom: 2 }', deviceScaleFactor: 1 },
  'with CSS zoom 0.5 on its root': { style: 'html { zoom: 0.5 }', deviceScaleFactor: 1 },
  'with CSS zoom 1.5 on root and body, at 200 %': { style: 'html, body { zoom: 1.5 }', deviceScaleFactor: 2 },
  'with a clipped, scaled body': {
    style: 'html { overflow: clip } body { overflow: hidden; height: 50px; transform: scale(0.5) }',
    deviceScaleFactor: 1,
  },
};

describe.each([
  { what: 'where the browser reports what is seen', firefox: false },
  { what: 'where it is looked at, as in Firefox', firefox: true },
])('$what', ({ firefox }) => {
  let script: string;
  beforeAll(async () => {
    script = await bundle(entry, 'pressGuard', { 'import.meta.env.FIREFOX': String(firefox) });
  });

  async function open(style: string, deviceScaleFactor: number, drawn: typeof places): Promise<Page> {
    const page = await browser.newPage({ viewport, deviceScaleFactor });
    await page.setContent(`<!doctype html><style>${style}</style><main><h1>Orders</h1><button>Save</button></main>`);
    await page.addStyleTag({ content: INSTALLED_SHEET });
    await page.evaluate(script);
    await page.evaluate((all) => pressGuard.draw(all), drawn);
    return page;
  }

  test.each(Object.entries(scales))(
    'on a page %s presses count on what is seen of cards that reach over the edges of the window',
    async (_scale, { style, deviceScaleFactor }) => {
      const page = await open(style, deviceScaleFactor, places);
      const buttons = await page.evaluate(() => pressGuard.buttonsInWindow());
      expect(buttons).toHaveLength(9);
      for (const [name, x, y] of buttons)
        await expect
          .poll(async () => {
            await page.mouse.click(x, y);
            return page.evaluate(() => pressGuard.takePresses());
          }, WITHIN)
          .toEqual([name]);
      await page.close();
    },
  );

  if (!firefox) return;
  test('nothing is drawn or pressed any more once the sheet of the extension has gone', async () => {
    const page = await open('', 1, { 'the middle': [100, 100] });
    const isShown = () => page.evaluate(() => pressGuard.isShown());
    expect(await isShown()).toBe(true);
    await page.evaluate(() => [...document.querySelectorAll('style')].at(-1)!.remove());
    expect(await isShown()).toBe(false);
    await page.close();
  });
});
