import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { eventually } from './harness/eventually.ts';
import type { Surface } from './harness/surface.ts';
import { overlaySurface } from './harness/surface-in-firefox.ts';
import { waitForStepFound } from './harness/wait-for-step-found.ts';
import { startStage } from './stage.ts';
import { useFirefox } from './use-browser.ts';

const started = useFirefox(startStage);

const button = (name: string) => ({ role: 'button', name });
const step = (n: number) => ({ role: 'dialog', name: new RegExp(`step ${n} of 5$`) });
const press = (page: Page, name: string) => page.locator(`::-p-aria([name="${name}"][role="button"])`).click();

/** The shop, with its walkthrough at the second step. */
async function beginWalk(): Promise<{ page: Page; cairn: Surface; errors: string[] }> {
  const page = await started.firefox.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(`${started.stage.shop}/index.html`);
  const cairn = overlaySurface(page, 20_000);
  await cairn.click(button('Tip: Search by customer'));
  await cairn.click(button('Show me how'));
  await waitForStepFound(cairn, step(1));
  await page.focus('input[type=search]');
  await page.keyboard.type('Cedar');
  await page.keyboard.press('Tab');
  await waitForStepFound(cairn, step(2));
  return { page, cairn, errors };
}

/** What the browser itself does with the extension leaves one overlay, which is not the one from before, at the second step. */
async function isReplaced(page: Page, cairn: Surface, act: () => Promise<void>): Promise<void> {
  await page.evaluate(`globalThis.earlier = document.querySelector('div[popover]')`);
  await act();
  const state = `[document.querySelectorAll('div[popover]').length, earlier.isConnected].join()`;
  await eventually(
    async () => (await page.evaluate(state)) === '1,false',
    async () => `Overlays, and whether the one from before is among them: ${await page.evaluate(state)}`,
    30_000,
  );
  await cairn.find(step(2));
  await waitForStepFound(cairn, step(2));
  expect(await page.evaluate(state)).toBe('1,false');
}

test('in Firefox an extension that is disabled and enabled, or installed again, in the middle of a step stands there once', async () => {
  const { page, cairn, errors } = await beginWalk();
  await isReplaced(page, cairn, async () => {
    await started.firefox.setEnabled(false);
    await started.firefox.setEnabled(true);
  });
  await isReplaced(page, cairn, () => started.firefox.installAgain());
  await press(page, 'Search');
  await cairn.find(step(3));
  expect(errors).toEqual([]);
});
