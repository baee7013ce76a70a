import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import type { BodyOf, MessageName, ReplyOf } from '../../src/messaging/messages.ts';
import { eventually } from './harness/eventually.ts';
import { overlaySurface } from './harness/surface-in-firefox.ts';
import { waitForStepFound } from './harness/wait-for-step-found.ts';
import { startStudioApp } from './studio-app.ts';
import { useFirefox } from './use-browser.ts';

const started = useFirefox(startStudioApp);

type Accepted<N extends MessageName> = Extract<ReplyOf<N>, { ok: true }>;
type Ask = <N extends MessageName>(name: N, body: BodyOf<N>) => Promise<Accepted<N>>;

declare const browser: { runtime: { sendMessage(message: object): Promise<unknown> } };

/** Asks as the side panel does, from a page of the extension in a tab behind that of the app. */
const askFrom =
  (panel: Page): Ask =>
  async (name, body) => {
    const reply = (await panel.evaluate((sent) => browser.runtime.sendMessage(sent), { name, body } as object)) as {
      ok: boolean;
    };
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`);
    return reply as never;
  };

/** Where the studio's script is, in the tab in front. */
const READ_SCRIPT_PATH = `(async () => {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  const path = () => globalThis[Symbol.for('cairn.studio')] && location.pathname;
  const [page] = await browser.scripting.executeScript({ target: { tabId: tab.id }, func: path });
  return page?.result ?? 'none';
})()`;

async function scriptIn(panel: Page, path: string): Promise<void> {
  const read = () => panel.evaluate(READ_SCRIPT_PATH).catch((error: unknown) => String(error));
  await eventually(
    async () => (await read()) === path,
    async () => `The studio's script is in ${await read()} and not in ${path}`,
  );
}

test('in Firefox what a person does is recorded over page loads, a dialog and a stopped background, and followed to the end as a draft', async () => {
  const panel = await started.firefox.extensionPage('popup.html');
  const page = await started.firefox.newPage(`${started.stage.app}/list.html`);
  const cairn = overlaySurface(page);
  const ask = askFrom(panel);
  await cairn.find({ role: 'button', name: 'Cairn: feedback and guides' });
  await page.bringToFront();
  const { id } = await ask('studio.record', {});
  await scriptIn(panel, '/list.html');
  await page.locator('a').click();
  await scriptIn(panel, '/order.html');
  await page.locator('input').fill('4711');
  await page.locator('#save').click();
  await page.locator('#confirm').click();
  const titles = async () => {
    const { guide } = (await ask('studio.draft', { id })).draft;
    return guide.kind === 'walkthrough' ? guide.steps.map(({ title }) => `${title}`) : [];
  };
  const untilRecorded = (count: number) =>
    eventually(
      async () => (await titles()).length === count,
      async () => `Not ${count} steps: ${JSON.stringify(await titles())}`,
    );
  await untilRecorded(4);
  await started.firefox.stopBackground();
  await page.locator('#close').click();
  await untilRecorded(5);
  for (const [at, name] of ['Open the order', 'Amount', 'Save', 'Confirm', 'Close'].entries())
    expect((await titles())[at]).toContain(name);
  await ask('studio.stopRecording', {});
  expect((await ask('ledger.export', {})).json).not.toContain('4711');

  await page.goto(`${started.stage.app}/list.html`);
  await cairn.find({ role: 'button', name: 'Cairn: feedback and guides' });
  await page.bringToFront();
  await ask('studio.try', { id });
  const step = (nth: number) => ({ role: 'dialog', name: new RegExp(`Draft: .*step ${nth} of 5$`) });
  await waitForStepFound(cairn, step(1));
  await page.locator('a').click();
  await waitForStepFound(cairn, step(2));
  await page.locator('input').fill('12');
  await page.keyboard.press('Tab');
  await waitForStepFound(cairn, step(3));
  await page.locator('#save').click();
  await waitForStepFound(cairn, step(4));
  await page.locator('#confirm').click();
  await waitForStepFound(cairn, step(5));
  await page.locator('#close').click();
  await eventually(
    async () => (await cairn.text()).includes('You have reached the end'),
    () => cairn.text(),
  );
  expect(JSON.parse((await ask('ledger.export', {})).json).rows).toEqual([]);
  await Promise.all([page.close(), panel.close()]);
});
