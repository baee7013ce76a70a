import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { startAwkward } from './awkward/stage.ts';
import { overlaySurface } from './harness/overlay-in-chromium.ts';
import { useScreens } from './harness/screens.ts';
import { useChromium } from './use-browser.ts';

const started = useChromium(startAwkward);
const shots = useScreens('panel');

const tip = { role: 'button', name: 'Tip: Approving' };
const undo = { role: 'button', name: 'Undo' };

async function openPage(): Promise<{ page: Page; cairn: ReturnType<typeof overlaySurface> }> {
  const page = await started.chromium.context.newPage();
  await page.goto(`${started.stage.app}/plain.html`);
  const cairn = overlaySurface(page);
  await cairn.find(tip);
  return { page, cairn };
}

/** The panel in a tab of its own, behind the page: beside it, no test can press in it. */
async function panelBehind(page: Page): Promise<Page> {
  const panel = await started.chromium.context.newPage();
  await panel.goto(`chrome-extension://${started.chromium.extensionId}/panel.html`);
  await page.bringToFront();
  return panel;
}

const pressBehind = (panel: Page, name: string | RegExp) =>
  panel.getByRole('button', { name }).evaluate((button: HTMLElement) => button.click());

test('a guide and the choices of feedback are opened on the page from the panel', async () => {
  const { page, cairn } = await openPage();
  const panel = await panelBehind(page);
  await panel.getByRole('button', { name: 'Approve an order' }).waitFor();
  await shots.take(panel, 'here');
  await pressBehind(panel, 'Give feedback');
  await cairn.find({ role: 'button', name: 'This slowed me down' });
  await pressBehind(panel, 'Approve an order');
  await cairn.find({ role: 'button', name: 'Exit' });
  await shots.take(page, 'opened-from-the-panel');
  await cairn.click({ role: 'button', name: 'Exit' });
  await Promise.all([page.close(), panel.close()]);
});

test('a dismissed tip comes back by Undo, and one that stayed hidden from the list in the panel', async () => {
  const { page, cairn } = await openPage();
  await cairn.click(tip);
  await cairn.click({ role: 'button', name: 'Don’t show this tip again' });
  await cairn.find(undo);
  await shots.take(page, 'undo');
  await cairn.click(undo);
  await cairn.find(tip);
  await cairn.click(tip);
  await cairn.click({ role: 'button', name: 'Don’t show this tip again' });
  await cairn.gone(undo);
  const panel = await panelBehind(page);
  await panel.getByText('Hidden (1)').waitFor();
  await panel.locator('.hidden-guides button').evaluate((button: HTMLElement) => button.click());
  await cairn.find(tip);
  expect(await panel.locator('.hidden-guides').count()).toBe(0);
  await Promise.all([page.close(), panel.close()]);
});
