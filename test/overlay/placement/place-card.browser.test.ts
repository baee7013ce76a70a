import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useScreens } from '../../journeys/harness/screens.ts';
import { useScenes } from '../scenes-in-browser.ts';

const open = useScenes();
const shots = useScreens('place-card');

const viewport = { width: 1000, height: 700 };
const WITHIN = { timeout: 15_000 };

/** What a page shows under the field, where the card of its step would stand first; there is room above the field. */
const contents: Record<string, string> = {
  'a paragraph': `<p class="theirs">${'Orders of this supplier are checked twice before they are sent. '.repeat(12)}</p>`,
  'cells of a table': `<table class="theirs" style="width:420px;height:200px"><tbody>${'<tr><td>4500012781</td><td>Pens</td></tr>'.repeat(4)}</tbody></table>`,
  'a picture': '<svg class="theirs" width="420" height="220"><rect width="420" height="220" fill="#8ac"/></svg>',
  'a heading and boxes with text':
    '<div class="theirs" style="width:420px"><h2>Last orders</h2><div>4500012781 Pens</div><div>4500012782 Paper</div><div>4500012783 Desks</div></div>',
  'text in a shadow root': '<text-box class="theirs" style="display:block;width:420px"></text-box>',
};

test.each(Object.keys(contents))('the card of a step does not lie on %s below its control', async (what) => {
  const page = await open('step', 'en', { viewport });
  await page.evaluate((html) => {
    for (const one of document.querySelectorAll('main > :is(table, h1)')) one.remove();
    document.querySelector('main')!.style.cssText = 'display:block;padding-top:300px';
    document.querySelector('main')!.insertAdjacentHTML('beforeend', html);
    const box = document.querySelector('text-box');
    if (box) box.attachShadow({ mode: 'open' }).innerHTML = '<p>Orders of this supplier are checked twice.</p>'.repeat(6);
  }, contents[what]!);
  await expect.poll(() => overlap(page, '.theirs'), WITHIN).toBe(false);
  expect(await overlap(page, '#search')).toBe(false);
  await shots.take(page, what);
  await page.context().close();
});

test('the card stays on its side while the page scrolls', async () => {
  const page = await open('step', 'en', { viewport });
  await page.evaluate(() => {
    document.body.style.height = '3000px';
    window.dispatchEvent(new Event('resize'));
  });
  const offset = async () => (await page.locator('.card').boundingBox())!.y - (await page.locator('#search').boundingBox())!.y;
  const before = await offset();
  await page.mouse.wheel(0, 40);
  await expect.poll(() => page.evaluate(() => scrollY), WITHIN).toBe(40);
  await expect.poll(offset, WITHIN).toBe(before);
  await page.context().close();
});

test('the ring of a part of the page that is larger than the window is in the window, and so is its card', async () => {
  const page = await open('region', 'en', { viewport: { width: 700, height: 480 } });
  await page.evaluate(() => {
    document.querySelector('main > table')!.setAttribute('style', 'width:1400px;height:1200px');
    window.dispatchEvent(new Event('resize'));
  });
  const isInside = async (selector: string) => {
    const { x, y, width, height } = (await page.locator(selector).boundingBox())!;
    return x >= 0 && y >= 0 && x + width <= 700 && y + height <= 480;
  };
  await expect.poll(() => isInside('.ring'), WITHIN).toBe(true);
  expect(await isInside('.card')).toBe(true);
  await shots.take(page, 'ring of a table');
  await page.context().close();
});

test('the card of a table stands beside it where there is room', async () => {
  const page = await open('region', 'en', { viewport });
  await expect.poll(() => overlap(page, 'main > table'), WITHIN).toBe(false);
  await shots.take(page, 'card beside a table');
  await page.context().close();
});

async function overlap(page: Page, selector: string): Promise<boolean> {
  const [a, b] = await Promise.all(['.card', selector].map(async (one) => (await page.locator(one).boundingBox())!));
  return a!.x < b!.x + b!.width && b!.x < a!.x + a!.width && a!.y < b!.y + b!.height && b!.y < a!.y + a!.height;
}

test('a card whose control the page draws anew before the card was placed is not seen until it has a place', async () => {
  const drawnAnew = (page: Page) =>
    page.evaluate(() => {
      const find = document.querySelector.bind(document);
      const stale = find('#search')!.cloneNode();
      document.querySelector = (selector: string) => (selector === '#search' ? stale : find(selector)) as never;
    });
  const page = await open('tip', 'en', { viewport }, drawnAnew);
  const card = page.locator('.card');
  await card.waitFor({ state: 'attached' });
  expect(await card.isVisible()).toBe(false);
  await page.context().close();
});
