import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useScenes } from '../scenes-in-browser.ts';

const open = useScenes();

/** Longer than a card that was only hovered over stays when the pointer has left. */
const LEFT_MS = 700;
const AWAY: [number, number] = [700, 500];

/** A tip whose card is open, with the pointer on it. */
async function hovered(): Promise<Page> {
  const page = await open('tip', 'en', { viewport: { width: 800, height: 600 } });
  await page.mouse.move(...AWAY);
  await page.locator('.card').hover({ position: { x: 20, y: 20 } });
  return page;
}

test('a card that was only hovered over closes when the pointer leaves', async () => {
  const page = await hovered();
  await page.mouse.move(...AWAY);
  await page.locator('.card').waitFor({ state: 'detached' });
  await page.context().close();
});

test('a card in which something was pressed stays until it is closed', async () => {
  const page = await hovered();
  await page.mouse.down();
  await page.mouse.up();
  await page.mouse.move(...AWAY);
  await page.waitForTimeout(LEFT_MS);
  expect(await page.locator('.card').count()).toBe(1);
  await page.getByRole('button', { name: 'Close' }).click();
  await page.locator('.card').waitFor({ state: 'detached' });
  await page.context().close();
});

test('a press on a mark over which the card has just opened keeps the card open', async () => {
  const page = await open('tip', 'en', { viewport: { width: 320, height: 180 } });
  await page.getByRole('button', { name: 'Close' }).press('Enter');
  await page.locator('.card').waitFor({ state: 'detached' });
  const mark = (await page.locator('.beacon').boundingBox())!;
  await page.mouse.move(mark.x + mark.width / 2, mark.y + mark.height / 2);
  await page.locator('.card').waitFor();
  await page.mouse.down();
  await page.mouse.up();
  await page.mouse.move(1, 1);
  await page.waitForTimeout(LEFT_MS);
  expect(await page.locator('.card').count()).toBe(1);
  await page.context().close();
});
