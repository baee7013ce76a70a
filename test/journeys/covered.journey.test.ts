import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtExtension } from './harness/built-extension.ts';
import { type ChromiumJourney, startChromium } from './harness/chromium.ts';
import { overlaySurface } from './harness/overlay-in-chromium.ts';
import { pageHasRun } from './harness/page-has-run.ts';
import { type JourneyStage, startStage } from './stage.ts';

const lifetime = new AsyncDisposableStack();
afterAll(() => lifetime.disposeAsync());

let stage: JourneyStage;
let chromium: ChromiumJourney;

beforeAll(async () => {
  stage = await startStage(lifetime);
  chromium = await startChromium({ lifetime, extension: builtExtension('chrome'), policy: stage.policy });
});

const launcher = { role: 'button', name: 'Cairn: feedback and guides' };
const panel = { role: 'dialog', name: 'Feedback and guides' };
const STYLE =
  'position:fixed;inset:0;width:100vw;height:100vh;max-width:none;max-height:none;margin:0;border:0;background:#fff;pointer-events:none';
const inShadow = (mode: string, show: string) => `(() => {
  const host = document.body.appendChild(document.createElement('div'));
  const root = host.attachShadow({ mode: '${mode}' });
  const cover = root.appendChild(document.createElement('div'));
  cover.popover = 'manual';
  cover.style.cssText = '${STYLE}';
  cover.textContent = 'Win a prize';
  ${show}
})()`;
const ONCE = 'cover.showPopover();';
const nested = `(() => {
  let root = document.body;
  for (const mode of ['open', 'closed', 'closed']) root = root.appendChild(document.createElement('div')).attachShadow({ mode });
  const cover = root.appendChild(document.createElement('div'));
  cover.popover = 'manual';
  cover.style.cssText = '${STYLE}';
  cover.showPopover();
})()`;

const COVERS: [string, string][] = [
  ['a popover in a closed shadow root', inShadow('closed', ONCE)],
  ['a popover in an open shadow root', inShadow('open', ONCE)],
  ['a popover three shadow roots deep', nested],
  [
    'a popover in a shadow root that opens again every 50 ms',
    inShadow(
      'closed',
      'setInterval(() => { if (cover.matches(":popover-open")) cover.hidePopover(); cover.showPopover(); }, 50);',
    ),
  ],
];

async function covered(cover: string): Promise<{ page: Page; exists: () => Promise<boolean>; at: { x: number; y: number } }> {
  const page = await chromium.context.newPage();
  await page.goto(`${stage.shop}/index.html`);
  const cairn = overlaySurface(page);
  await cairn.find(launcher);
  const { x, y, width, height } = await cairn.where(launcher);
  await page.evaluate(cover);
  await pageHasRun(page, 300);
  return { page, exists: () => cairn.exists(panel), at: { x: x + width / 2, y: y + height / 2 } };
}

describe.each(COVERS)('under %s', (_name, cover) => {
  test('a press by pointer does not count', async () => {
    const { page, exists, at } = await covered(cover);
    await page.mouse.click(at.x, at.y);
    await pageHasRun(page, 300);
    expect(await exists()).toBe(false);
    await page.close();
  });
});

test('after a press that did not count Cairn lies on top again, says so, and takes the next one', async () => {
  const { page, exists, at } = await covered(inShadow('closed', ONCE));
  const cairn = overlaySurface(page);
  await page.mouse.click(at.x, at.y);
  await cairn.find({ role: 'status' });
  expect(await cairn.text()).toContain('this press did not count');
  expect(await exists()).toBe(false);
  await page.mouse.click(at.x, at.y);
  await cairn.find(panel);
  await page.close();
});
