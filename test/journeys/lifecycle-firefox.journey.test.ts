import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtExtension } from './harness/built-extension.ts';
import { eventually } from './harness/eventually.ts';
import { type FirefoxJourney, startFirefox } from './harness/firefox.ts';
import type { Surface } from './harness/surface.ts';
import { overlaySurface } from './harness/surface-in-firefox.ts';
import { waitForStepFound } from './harness/wait-for-step-found.ts';
import { type JourneyStage, startStage } from './stage.ts';

const lifetime = new AsyncDisposableStack();
afterAll(() => lifetime.disposeAsync());

let stage: JourneyStage;
let firefox: FirefoxJourney;
beforeAll(async () => {
  stage = await startStage(lifetime);
  firefox = await startFirefox({ lifetime, extension: builtExtension('firefox'), policy: stage.policy });
});

const button = (name: string) => ({ role: 'button', name });
const step = (n: number) => ({ role: 'dialog', name: new RegExp(`step ${n} of 5$`) });
const press = (page: Page, name: string) => page.locator(`::-p-aria([name="${name}"][role="button"])`).click();

/** The shop, with its walkthrough at the second step. */
async function beginWalk(): Promise<{ page: Page; cairn: Surface; errors: string[] }> {
  const page = await firefox.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(`${stage.shop}/index.html`);
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
    await firefox.setEnabled(false);
    await firefox.setEnabled(true);
  });
  await isReplaced(page, cairn, () => firefox.installAgain());
  await press(page, 'Search');
  await cairn.find(step(3));
  expect(errors).toEqual([]);
});
