import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeHandout } from '../../src/exchange/handout.ts';
import { sharedChromium } from '../run/shared-chromium.ts';
import { aWalkthrough } from './a-walkthrough.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await sharedChromium();
});
afterAll(() => browser.close());

const long = 'Donaudampfschifffahrtsgesellschaft'.repeat(6);
const titles: Record<string, string> = {
  en: 'Place an order',
  de: long,
  fr: 'Passer une commande',
  es: 'Hacer un pedido',
  ja: '注文する'.repeat(30),
  ar: 'إنشاء طلب شراء جديد',
};
const boxes = [
  {
    box: [4, 4, 1192, 40] as [number, number, number, number],
    shape: 'field' as const,
    text: 'Supplier',
    isTarget: true as const,
  },
];
const picture = { width: 1200, height: 300, boxes };

test.each(Object.entries(titles))('a handout in %s prints on A4, with nothing cut off at the sides', async (language, title) => {
  const text = { [language]: title };
  const steps = aWalkthrough.steps.map((step) => ({ ...step, title: text, body: text, fallbackBody: text }));
  const html = writeHandout(
    { ...aWalkthrough, title: text, steps },
    { base: language, language, credit: title, pictures: { open: picture } },
  );
  const page = await browser.newPage({ viewport: { width: 794, height: 1123 } });
  await page.setContent(html);
  await page.emulateMedia({ media: 'print' });
  const seen = await page.evaluate(() => ({
    isOverflowing: document.documentElement.scrollWidth > document.documentElement.clientWidth,
    direction: getComputedStyle(document.querySelector('h1')!).direction,
    picture: document.querySelector('svg')!.getBoundingClientRect().height,
  }));
  expect(seen).toMatchObject({ isOverflowing: false, direction: language === 'ar' ? 'rtl' : 'ltr' });
  expect(seen.picture).toBeGreaterThan(20);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const [, width, height] = /MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf)!.map(Number);
  // A4 in points.
  expect([Math.round(width!), Math.round(height!)]).toEqual([595, 842]);
  await page.close();
});
