import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useScenes } from '../scenes-in-browser.ts';

const open = useScenes();
const sentence = 'Your organisation has withdrawn “Search by supplier”; if it comes back, you continue where you were.';
const scene = () => open('withdrawn', 'en', { viewport: { width: 1280, height: 800 } });
const card = (page: Page) => page.getByRole('group', { name: sentence });

test('that a walkthrough was withdrawn is said until the person closes it', async () => {
  const page = await scene();
  await card(page).getByText(sentence).waitFor();
  await card(page).getByRole('button', { name: 'Close' }).click();
  await card(page).waitFor({ state: 'detached' });
  await page.context().close();
});

test('Escape within it closes it', async () => {
  const page = await scene();
  await card(page).getByRole('button', { name: 'Close' }).focus();
  await page.keyboard.press('Escape');
  await card(page).waitFor({ state: 'detached' });
  await page.context().close();
});

test.each([
  [320, 200],
  [320, 568],
  [200, 400],
])('in a window of %i by %i all of it is on screen, also with long words', async (width, height) => {
  const page = await open('withdrawn', 'en', { viewport: { width, height } });
  const box = page.locator('.undo');
  await box.locator('p').evaluate((text) => {
    text.textContent = `Ihre Organisation hat „Auftraggeberkontonummernverzeichnisdurchsuchungsberechtigung erteilen“ zurückgezogen; kommt die Anleitung zurück, machen Sie dort weiter, wo Sie waren.`;
  });
  const isInside = async () => {
    const boxes = await Promise.all([box, box.locator('p'), box.getByRole('button')].map((one) => one.boundingBox()));
    const cut = await box.locator('p').evaluate((text) => text.scrollWidth > text.clientWidth + 1);
    return (
      !cut && boxes.every((one) => one && one.x >= 0 && one.y >= 0 && one.x + one.width <= width && one.y + one.height <= height)
    );
  };
  await expect.poll(isInside).toBe(true);
  await page.context().close();
});
