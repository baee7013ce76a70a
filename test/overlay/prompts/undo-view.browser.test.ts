import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useScenes } from '../scenes-in-browser.ts';

const open = useScenes();

/** The test says when eight seconds are over. */
const holdTimers = (page: Page) =>
  page.evaluate(() => {
    const held: (() => void)[] = [];
    const setTimer = globalThis.setTimeout;
    const hold = (callback: () => void, ms = 0) => (ms === 8000 ? held.push(callback) : setTimer(callback, ms));
    Object.assign(globalThis, { setTimeout: hold, passEightSeconds: () => held.splice(0).forEach((one) => void one()) });
  });
const passEightSeconds = (page: Page) => page.evaluate('passEightSeconds()');
const scene = () => open('undo', 'en', { viewport: { width: 1280, height: 800 } }, holdTimers);
const card = (page: Page) => page.locator('.undo');

test('what was hidden can be taken back for eight seconds', async () => {
  const page = await scene();
  await card(page).getByText('“Search by supplier” is hidden.').waitFor();
  await page.mouse.click(600, 20);
  await passEightSeconds(page);
  await card(page).waitFor({ state: 'detached' });
  await page.context().close();
});

test('the time does not run out while the pointer is there', async () => {
  const page = await scene();
  await page.mouse.click(600, 20);
  await card(page).hover();
  await passEightSeconds(page);
  expect(await card(page).count()).toBe(1);
  await page.mouse.click(600, 20);
  await passEightSeconds(page);
  await card(page).waitFor({ state: 'detached' });
  await page.context().close();
});

test('nor while the focus is there, which Escape ends', async () => {
  const page = await scene();
  await page.mouse.click(600, 20);
  await card(page).getByRole('button', { name: 'Undo' }).focus();
  await passEightSeconds(page);
  expect(await card(page).count()).toBe(1);
  await page.keyboard.press('Escape');
  await card(page).waitFor({ state: 'detached' });
  await page.context().close();
});
