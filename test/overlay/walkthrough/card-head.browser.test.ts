import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useScenes } from '../scenes-in-browser.ts';

const open = useScenes();

const viewport = { width: 1000, height: 700 };
const WITHIN = { timeout: 15_000 };
const boxOf = async (page: Page, selector: string) => (await page.locator(selector).boundingBox())!;

async function drag(page: Page, from: string, by: { x: number; y: number }): Promise<void> {
  const { x, y, width, height } = await boxOf(page, from);
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 + by.x / 2, y + height / 2 + by.y / 2);
  await page.mouse.move(x + width / 2 + by.x, y + height / 2 + by.y);
  await page.mouse.up();
}

const grips = ['.head', '.handle'];
const cards = ['step', 'missing'] as const;
const cases = cards.flatMap((scene) => grips.map((grip) => ({ scene, grip })));

test.each(cases)('the card of a step ($scene) is dragged by $grip, and stays there', async ({ scene, grip }) => {
  const page = await open(scene, 'en', { viewport });
  const before = await boxOf(page, '.card');
  const by = { x: 240, y: scene === 'missing' ? -200 : 120 };
  await drag(page, grip, by);
  const expected = { x: Math.round(before.x + by.x), y: Math.round(before.y + by.y) };
  const at = async () => {
    const { x, y } = await boxOf(page, '.card');
    return { x: Math.round(x), y: Math.round(y) };
  };
  await expect.poll(at, WITHIN).toEqual(expected);
  await page.evaluate(() => document.body.append(document.createElement('p')));
  await page.setViewportSize({ width: 1000, height: 700 });
  expect(await at()).toEqual(expected);
  await page.getByRole('button', { name: 'Put this card back' }).click();
  await expect.poll(at, WITHIN).toEqual({ x: Math.round(before.x), y: Math.round(before.y) });
  await page.context().close();
});

test('the card is moved by the arrow keys, never out of the window, and the page scrolls by none of them', async () => {
  const page = await open('missing', 'en', { viewport });
  await page.evaluate(() => {
    document.body.style.height = '3000px';
  });
  await page.getByRole('button', { name: 'Move this card' }).focus();
  const before = await boxOf(page, '.card');
  await page.keyboard.press('ArrowUp');
  await expect.poll(async () => (await boxOf(page, '.card')).y, WITHIN).toBeLessThan(before.y);
  for (let i = 0; i < 60; i++) await page.keyboard.press('ArrowUp');
  await expect.poll(async () => (await boxOf(page, '.card')).y, WITHIN).toBe(0);
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await page.context().close();
});

test('a card that the person has put over the control of its step makes way for it', async () => {
  const page = await open('step', 'en', { viewport });
  const [card, field] = [await boxOf(page, '.card'), await boxOf(page, '#search')];
  await drag(page, '.head', { x: field.x - card.x, y: field.y - card.y });
  const overlaps = async () => {
    const [a, b] = [await boxOf(page, '.card'), await boxOf(page, '#search')];
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
  };
  await expect.poll(overlaps, WITHIN).toBe(false);
  await page.context().close();
});
