import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { builtExtension } from './harness/built-extension.ts';
import { type ChromiumJourney, startChromium } from './harness/chromium.ts';
import { closedHosts } from './harness/closed-hosts.ts';
import { eventually } from './harness/eventually.ts';
import { overlaySurface } from './harness/overlay-in-chromium.ts';
import type { Surface } from './harness/surface.ts';
import { waitForStepFound } from './harness/wait-for-step-found.ts';
import { type JourneyStage, startStage } from './stage.ts';

const lifetime = new AsyncDisposableStack();
afterAll(() => lifetime.disposeAsync());

let stage: JourneyStage;
let browser: AsyncDisposableStack;
beforeAll(async () => {
  stage = await startStage(lifetime);
});
afterEach(() => browser.disposeAsync());

async function start(options: { forceInstall?: boolean } = {}): Promise<ChromiumJourney> {
  browser = new AsyncDisposableStack();
  return startChromium({ lifetime: browser, extension: builtExtension('chrome'), policy: stage.policy, ...options });
}

const button = (name: string) => ({ role: 'button', name });
const step = (n: number) => ({ role: 'dialog', name: new RegExp(`step ${n} of 5$`) });

interface Visit {
  page: Page;
  cairn: Surface;
  /** What the page's console and its error events say. */
  errors: string[];
}

/** The shop, with its walkthrough at the second step. */
async function beginWalk({ context }: ChromiumJourney): Promise<Visit> {
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on(
    'console',
    (message) => message.type() === 'error' && !/favicon/.test(message.location().url) && errors.push(message.text()),
  );
  await page.goto(`${stage.shop}/index.html`);
  const cairn = overlaySurface(page, 20_000);
  await cairn.click(button('Tip: Search by customer'));
  await cairn.click(button('Show me how'));
  await waitForStepFound(cairn, step(1));
  await page.getByRole('searchbox').fill('Cedar');
  await page.keyboard.press('Tab');
  await waitForStepFound(cairn, step(2));
  return { page, cairn, errors };
}

async function giveFeedback(cairn: Surface, choice: string): Promise<void> {
  await cairn.click(button('Cairn: feedback and guides'));
  await cairn.click(button(choice));
  await cairn.find(button('Close'));
  await cairn.click(button('Close'));
}

const hosts = (page: Page, count: number) =>
  eventually(
    async () => (await closedHosts(page)) === count,
    async () => `${await closedHosts(page)} overlays, not ${count}`,
    20_000,
  );

test('an extension that is disabled in the middle of a step takes everything with it, and comes back at that step, once', async () => {
  const chromium = await start();
  const { page, cairn, errors } = await beginWalk(chromium);
  const settings = await chromium.context.newPage();
  await settings.goto('chrome://extensions');
  const setEnabled = (on: boolean) => settings.evaluate(`chrome.management.setEnabled('${chromium.extensionId}', ${on})`);
  await page.bringToFront();
  await setEnabled(false);
  await hosts(page, 0);
  await page.getByRole('button', { name: 'Search' }).click();
  await setEnabled(true);
  await hosts(page, 1);
  await waitForStepFound(cairn, step(2));
  await page.getByRole('button', { name: 'Search' }).click();
  await cairn.find(step(3));
  await hosts(page, 1);
  expect(errors).toEqual([]);
});

test('an extension that is removed in the middle of a step leaves nothing, and the page goes on', async () => {
  const chromium = await start();
  const { page, errors } = await beginWalk(chromium);
  // Of anybody else the browser asks the person whether it may.
  await (await chromium.worker()).evaluate('void setTimeout(() => chrome.management.uninstallSelf())');
  await hosts(page, 0);
  await page.getByRole('button', { name: 'Search' }).click();
  expect(errors).toEqual([]);
});

test('an update from the update manifest in the middle of a step leaves one overlay at that step, and what was queued is sent once', async () => {
  const chromium = await start({ forceInstall: true });
  const { page, cairn, errors } = await beginWalk(chromium);
  await stage.hub.stop();
  await giveFeedback(cairn, 'Something is missing');

  await chromium.update('9.9.9');
  await hosts(page, 1);
  await waitForStepFound(cairn, step(2));
  await hosts(page, 1);
  await page.getByRole('button', { name: 'Search' }).click();
  await cairn.find(step(3));
  expect(errors).toEqual([]);
  // The browser forgets alarms at an update, so the new version sets the one that sends what waits.
  await eventually(
    async () =>
      (await chromium.worker()).evaluate<boolean>(`chrome.alarms.get('cairn-upload').then((alarm) => alarm !== undefined)`),
    () => 'Nothing will send what waits',
  );

  await stage.hub.restart();
  await giveFeedback(cairn, 'This works well');
  await stage.arrives(({ choice }) => choice === 'works');
  await stage.arrives(({ choice }) => choice === 'missing');
  expect((await stage.backlog()).map(({ choice }) => choice).sort()).toEqual(['missing', 'works']);
});
