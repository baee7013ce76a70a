import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { eventually } from './harness/eventually.ts';
import { extensionFrame, formReady } from './harness/frame-in-chromium.ts';
import { overlaySurface } from './harness/overlay-in-chromium.ts';
import { pageHasRun } from './harness/page-has-run.ts';
import { startStage } from './stage.ts';
import { useChromium } from './use-browser.ts';

const started = useChromium(startStage);

const launcher = { role: 'button', name: 'Cairn: feedback and guides' };
const panel = { role: 'dialog', name: 'Feedback and guides' };
const idea = { role: 'button', name: 'I have an idea' };
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

async function covered(
  cover: string,
  before: (page: Page) => Promise<unknown> = async () => undefined,
): Promise<{ page: Page; exists: () => Promise<boolean>; at: { x: number; y: number } }> {
  const page = await started.chromium.context.newPage();
  await page.goto(`${started.stage.shop}/index.html`);
  const cairn = overlaySurface(page);
  await cairn.find(launcher);
  const { x, y, width, height } = await cairn.where(launcher);
  await before(page);
  // From here on a press would count: the browser reports some tenths of a second after the panel has closed that nothing of ours lies over the button.
  await cairn.pressPoint(launcher);
  await page.evaluate(cover);
  await pageHasRun(page, 300);
  return { page, exists: () => cairn.exists(panel), at: { x: x + width / 2, y: y + height / 2 } };
}

/** Closing the panel by key leaves the focus on the button that it opened from. */
async function focusLauncher(page: Page): Promise<void> {
  const cairn = overlaySurface(page);
  await cairn.click(launcher);
  await cairn.find(panel);
  await page.keyboard.press('Escape');
  await cairn.gone(panel);
}

test('without a cover the same press by key counts', async () => {
  const { page, exists } = await covered('0', focusLauncher);
  await page.keyboard.press('Enter');
  await eventually(exists, () => 'The panel did not open.');
  await page.close();
});

describe.each(COVERS)('under %s', (_name, cover) => {
  test('a press by pointer does not count', async () => {
    const { page, exists, at } = await covered(cover);
    await page.mouse.click(at.x, at.y);
    await pageHasRun(page, 300);
    expect(await exists()).toBe(false);
    await page.close();
  });

  test('a press by key does not count', async () => {
    const { page, exists } = await covered(cover, focusLauncher);
    await page.keyboard.press('Enter');
    await pageHasRun(page, 300);
    expect(await exists()).toBe(false);
    await page.close();
  });

  test('a press on a choice in the form does not count', async () => {
    const page = await started.chromium.context.newPage();
    await page.goto(`${started.stage.shop}/index.html`);
    const cairn = overlaySurface(page);
    await cairn.click(launcher);
    const form = extensionFrame(page);
    await form.find(idea);
    await formReady(page);
    const { x, y, width, height } = await form.where(idea);
    await page.evaluate(cover);
    await pageHasRun(page, 300);
    const before = (await started.stage.backlog()).length;
    await page.mouse.click(x + width / 2, y + height / 2);
    await form.find({ role: 'alert' });
    await pageHasRun(page, 300);
    expect((await started.stage.backlog()).length).toBe(before);
    expect(await form.exists({ role: 'heading', name: 'Thank you' })).toBe(false);
    await page.close();
  });
});

test('after a press that did not count Cairn lies on top again, says so, and takes the next one', async () => {
  const { page, exists, at } = await covered(inShadow('closed', ONCE));
  const cairn = overlaySurface(page);
  await page.mouse.click(at.x, at.y);
  await eventually(
    async () => (await cairn.text()).includes('this press did not count'),
    () => 'Nothing was announced.',
  );
  expect(await exists()).toBe(false);
  await cairn.click(launcher);
  await cairn.find(panel);
  await page.close();
});

test('where a page covers Cairn again and again, the second press opens feedback in a window of its own', async () => {
  const { page, at, exists } = await covered(COVERS[3]![1]);
  const opened = started.chromium.context.waitForEvent('page');
  await page.mouse.click(at.x, at.y);
  await pageHasRun(page, 200);
  await page.mouse.click(at.x, at.y);
  const own = await opened;
  await own.getByRole('button', { name: 'I have an idea' }).click();
  await own.getByRole('heading', { name: 'Thank you' }).waitFor();
  expect(await exists()).toBe(false);
  await Promise.all([page.close(), own.close()]);
});

test('a page cannot uncover Cairn for the press alone', async () => {
  const { page, exists, at } = await covered(
    inShadow(
      'closed',
      `${ONCE} for (const type of ['pointerover', 'pointerdown']) addEventListener(type, () => cover.remove(), true);`,
    ),
  );
  await page.mouse.click(at.x, at.y);
  await pageHasRun(page, 300);
  expect(await exists()).toBe(false);
  await page.close();
});

test('a press in the first moments of the choices does not count', async () => {
  const page = await started.chromium.context.newPage();
  await page.goto(`${started.stage.shop}/index.html`);
  const cairn = overlaySurface(page);
  await cairn.click(launcher);
  const { x, y, width, height } = await extensionFrame(page).where(idea);
  await page.keyboard.press('Escape');
  await cairn.gone(panel);
  await cairn.click(launcher);
  const form = extensionFrame(page);
  await form.find(idea);
  await page.mouse.click(x + width / 2, y + height / 2);
  await pageHasRun(page, 300);
  expect(await form.exists({ role: 'heading', name: 'Thank you' })).toBe(false);
  await form.click(idea);
  await form.find({ role: 'heading', name: 'Thank you' });
  await page.close();
});

const HARMLESS: [string, string][] = [
  ['a filter on the whole page, as add-ons for dark pages set it', `document.documentElement.style.filter = 'invert(1)'`],
  ['an opacity on the whole page', `document.documentElement.style.opacity = '.5'`],
  [
    'an animation of everything',
    `document.head.append(Object.assign(document.createElement('style'), { textContent:
      '@keyframes k { from, to { opacity: .01; scale: .1; clip-path: inset(100%) } } div[popover] { animation: k 1s infinite !important }' }))`,
  ],
];

test.each(HARMLESS)('presses count under %s, which does not reach Cairn', async (_name, change) => {
  const { page } = await covered(change);
  const cairn = overlaySurface(page);
  await cairn.click(launcher);
  await cairn.click(idea);
  await cairn.find({ role: 'heading', name: 'Thank you' });
  await page.close();
});

test('presses count in a window of 320 pixels, as at 400 % zoom', async () => {
  const { page } = await covered('0', (small) => small.setViewportSize({ width: 320, height: 225 }));
  const cairn = overlaySurface(page);
  await cairn.click(launcher);
  await cairn.click(idea);
  await cairn.find({ role: 'heading', name: 'Thank you' });
  await page.close();
});
