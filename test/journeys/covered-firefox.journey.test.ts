import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { eventually } from './harness/eventually.ts';
import { pageHasRun } from './harness/page-has-run.ts';
import { extensionFrame, overlaySurface } from './harness/surface-in-firefox.ts';
import { startStage } from './stage.ts';
import { useFirefox } from './use-browser.ts';

const started = useFirefox(startStage);

const launcher = { role: 'button', name: 'Cairn: feedback and guides' };
const panel = { role: 'dialog', name: 'Feedback and guides' };
const idea = { role: 'button', name: 'I have an idea' };
const thanks = { role: 'heading', name: 'Thank you' };
const COVER = `(() => {
  const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' });
  const cover = root.appendChild(document.createElement('div'));
  cover.popover = 'manual';
  cover.style.cssText = 'position:fixed;inset:0;width:100vw;height:100vh;max-width:none;max-height:none;margin:0;border:0;background:#fff;pointer-events:none';
  cover.showPopover();
})()`;

async function pressAt(page: Page, { x, y, width, height }: { x: number; y: number; width: number; height: number }) {
  await page.mouse.click(x + width / 2, y + height / 2);
}

test('in Firefox a choice counts once the panel has been seen', async () => {
  const page = await started.firefox.newPage(`${started.stage.shop}/index.html`);
  const cairn = overlaySurface(page);
  await cairn.click(launcher);
  await cairn.click(idea);
  await extensionFrame(page).find(thanks);
  expect(await started.stage.arrives(({ choice }) => choice === 'idea')).toMatchObject({ app: 'shop' });
  await page.close();
});

test('in Firefox a press on the button does not count under a cover in a closed shadow root; the next one does', async () => {
  const page = await started.firefox.newPage(`${started.stage.shop}/index.html`);
  const cairn = overlaySurface(page);
  const at = await cairn.where(launcher);
  await pageHasRun(page, 600);
  await page.evaluate(COVER);
  await pressAt(page, at);
  await eventually(
    async () => (await cairn.text()).includes('this press did not count'),
    () => 'Nothing was announced.',
  );
  expect(await cairn.exists(panel)).toBe(false);
  await cairn.click(launcher);
  await cairn.find(panel);
  await page.close();
});

test('in Firefox a choice does not count while the page covers it', async () => {
  const page = await started.firefox.newPage(`${started.stage.shop}/index.html`);
  const cairn = overlaySurface(page);
  await cairn.click(launcher);
  await cairn.find(idea);
  const form = extensionFrame(page);
  const [box, frame] = [await form.where(idea), await cairn.where({ role: 'iframe' }).catch(() => cairn.where(panel))];
  await pageHasRun(page, 800);
  await page.evaluate(COVER);
  await pressAt(page, { ...box, x: frame.x + box.x, y: frame.y + box.y });
  await form.find({ role: 'alert' });
  expect(await form.exists(thanks)).toBe(false);
  await page.close();
});
