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
const tip = button('Tip: Search by customer');
const launcher = button('Cairn: feedback and guides');
const step = (n: number) => ({ role: 'dialog', name: new RegExp(`step ${n} of 5$`) });
const press = (page: Page, name: string) => page.locator(`::-p-aria([name="${name}"][role="button"])`).click();

interface Visit {
  page: Page;
  cairn: Surface;
  errors: string[];
}

async function visitShop(): Promise<Visit> {
  const page = await started.firefox.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(`${started.stage.shop}/index.html`);
  return { page, cairn: overlaySurface(page, 20_000), errors };
}

/** The shop, with its walkthrough at the second step. */
async function beginWalk(): Promise<Visit> {
  const visit = await visitShop();
  const { page, cairn } = visit;
  await cairn.click(tip);
  await cairn.click(button('Show me how'));
  await waitForStepFound(cairn, step(1));
  await page.focus('input[type=search]');
  await page.keyboard.type('Cedar');
  await page.keyboard.press('Tab');
  await waitForStepFound(cairn, step(2));
  return visit;
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

/** Elements of the overlay in the page and in `closedRoot`, a closed shadow root of the page, if it has one. */
const COUNT_HOSTS = `[document, globalThis.closedRoot].flatMap((root) => [...(root?.querySelectorAll('div[popover]') ?? [])]).length`;

const hasHosts = ({ page }: Visit, count: number) =>
  eventually(
    async () => (await page.evaluate(COUNT_HOSTS)) === count,
    async () => `${await page.evaluate(COUNT_HOSTS)} overlays, not ${count}`,
    20_000,
  );

/** Opens a modal dialog in a closed shadow root of the page. Everything outside of it is inert, so the overlay goes into it. */
const OPEN_DIALOG = `(() => {
  const holder = document.body.appendChild(document.createElement('div'));
  globalThis.closedRoot = holder.attachShadow({ mode: 'closed' });
  closedRoot.innerHTML = '<dialog><button>Inside</button></dialog>';
  closedRoot.querySelector('dialog').showModal();
})()`;

test('in Firefox an extension that is disabled takes its tip, its button and what is in a closed shadow root with it, in every tab', async () => {
  const behind = await visitShop();
  await behind.cairn.find(launcher);
  const visit = await visitShop();
  await visit.cairn.click(tip);
  await visit.cairn.find(button('Show me how'));
  await started.firefox.setEnabled(false);
  await hasHosts(visit, 0);
  await behind.page.bringToFront();
  await hasHosts(behind, 0);
  await started.firefox.setEnabled(true);
  await behind.cairn.find(launcher);
  await hasHosts(behind, 1);

  await behind.page.evaluate(OPEN_DIALOG);
  await eventually(
    () => behind.page.evaluate(`closedRoot.querySelector('div[popover]') !== null`),
    () => 'The overlay is not in the dialog of the closed shadow root',
  );
  await started.firefox.setEnabled(false);
  await hasHosts(behind, 0);
  await started.firefox.setEnabled(true);
  await hasHosts(behind, 1);
  expect([...visit.errors, ...behind.errors]).toEqual([]);
});

test('in Firefox an extension that is removed in the middle of a step leaves nothing, and the page goes on', async () => {
  const visit = await beginWalk();
  await visit.cairn.find(launcher);
  await started.firefox.uninstall();
  await hasHosts(visit, 0);
  expect(await visit.cairn.text()).toBe('');
  await press(visit.page, 'Search');
  expect(visit.errors).toEqual([]);
});
