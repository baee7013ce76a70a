import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { overlaySurface } from './harness/overlay-in-chromium.ts';
import { useScreens } from './harness/screens.ts';
import { startStudioApp } from './studio-app.ts';
import { useChromium } from './use-browser.ts';

const started = useChromium(startStudioApp);
const shots = useScreens('studio-panel');

/** The panel in a tab of its own, behind the page: beside it, no test can press in it. */
async function studioBehind(page: Page): Promise<Page> {
  const panel = await started.chromium.context.newPage();
  await panel.goto(`chrome-extension://${started.chromium.extensionId}/panel.html#studio`);
  await page.bringToFront();
  return panel;
}

const press = (panel: Page, name: string | RegExp) =>
  panel
    .getByRole('button', { name })
    .first()
    .evaluate((button: HTMLElement) => button.click());
const type = (panel: Page, label: string, text: string) =>
  panel
    .getByRole('textbox', { name: label })
    .first()
    .evaluate((field: HTMLInputElement, typed) => {
      field.value = typed;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }, text);
const stepTitles = (panel: Page) => panel.locator('.live-steps li > span:first-child').allInnerTexts();

test('in the side panel somebody records on the page, renames the guide, and undoes that after the panel was closed', async () => {
  const page = await started.chromium.context.newPage();
  await page.goto(`${started.stage.app}/list.html`);
  await overlaySurface(page).find({ role: 'button', name: 'Cairn: feedback and guides' });
  const panel = await studioBehind(page);
  await press(panel, 'Record how you do it');
  await panel.getByRole('heading', { name: 'Recording' }).waitFor();
  await page.getByRole('link', { name: 'Open the order' }).click();
  await page.waitForURL('**/order.html');
  await expect.poll(() => stepTitles(panel)).toHaveLength(1);
  await page.getByLabel('Amount').fill('4711');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => stepTitles(panel)).toHaveLength(3);
  await shots.take(panel, 'recording');
  expect(await panel.locator('body').innerText()).not.toContain('4711');

  await press(panel, 'Stop recording');
  await panel.locator('.step-head').nth(2).waitFor();
  const given = await panel.getByRole('textbox', { name: 'Title' }).first().inputValue();
  await type(panel, 'Title', 'Save an order');
  await panel.locator('.saving', { hasText: 'Saved' }).waitFor();
  await panel.getByRole('heading', { name: 'Save an order' }).waitFor();
  await shots.take(panel, 'editor');

  await panel.close();
  const again = await studioBehind(page);
  await press(again, /^Save an order/);
  await again.locator('.step-head').nth(2).waitFor();
  await press(again, 'Undo');
  await again.getByRole('heading', { name: given }).waitFor();
  await press(again, 'Redo');
  await again.getByRole('heading', { name: 'Save an order' }).waitFor();
  await Promise.all([page.close(), again.close()]);
});
