import type { Page } from 'playwright-core';

/** Position of the case's control, in CSS pixels of the page. */
export async function placeOf(page: Page): Promise<{ x: number; y: number }> {
  await page.waitForFunction('globalThis.ready === true', undefined, { timeout: 30_000 });
  return page.evaluate('globalThis.pressAt()') as Promise<{ x: number; y: number }>;
}

/** A click as a hand makes it: a few moves to the control, a short rest, down, up. */
export async function click(page: Page, { x, y }: { x: number; y: number }): Promise<void> {
  await page.mouse.move(x - 40, y + 60);
  await page.mouse.move(x, y, { steps: 3 });
  await page.waitForTimeout(250);
  await page.mouse.down();
  await page.waitForTimeout(60);
  await page.mouse.up();
}
