import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useScreens } from '../journeys/harness/screens.ts';
import type { Scene } from './in-page/overlay.tsx';
import { useScenes } from './scenes-in-browser.ts';

const open = useScenes();
const shots = useScreens('style-rules');

const scenes: Scene[] = ['tip', 'step', 'first', 'show', 'missing', 'paused', 'offer', 'notice'];
/** 1280 by 800 at 400 %, a small window, and a narrow one. */
const windows = [
  { width: 320, height: 200 },
  { width: 320, height: 568 },
  { width: 200, height: 400 },
];

test.each(
  scenes.flatMap((scene) => windows.map((viewport) => ({ scene, viewport, at: `${viewport.width}x${viewport.height}` }))),
)(
  'the main button of the scene $scene is on screen in a window of $at, however long the text above it is',
  async ({ scene, viewport, at }) => {
    const page = await open(scene, 'en', { viewport });
    await fillWithText(page);
    const card = (await page.locator('.card').boundingBox())!;
    const button = (await page.locator('.card > .row button').first().boundingBox())!;
    await shots.take(page, `${scene} ${at}`);
    expect(card.y + card.height).toBeLessThanOrEqual(viewport.height);
    const row = (await page.locator('.card > .row').boundingBox())!;
    expect(card.y + card.height - row.y - row.height, 'nothing is read below the buttons').toBeLessThanOrEqual(2);
    expect(button.y).toBeGreaterThanOrEqual(card.y);
    expect(button.y + button.height).toBeLessThanOrEqual(card.y + card.height + 1);
    await page.context().close();
  },
);

test.each(['panel', 'mute', 'withheld'] as const)('the feedback menu (%s) is at most 470 pixels high', async (scene) => {
  const page = await open(scene, 'en', { viewport: { width: 1280, height: 800 } });
  expect((await page.locator('.panel').boundingBox())!.height).toBeLessThanOrEqual(470);
  await shots.take(page, `menu ${scene}`);
  await page.context().close();
});

test.each(['en', 'ar'] as const)(
  'the feedback menu (%s) does not cover the card of the walkthrough that it is about',
  async (language) => {
    const page = await open('walkAndPanel', language, { viewport: { width: 1280, height: 800 } });
    const overlaps = async () => {
      const [a, b] = await Promise.all(['.card', '.panel'].map(async (one) => (await page.locator(one).boundingBox())!));
      return a!.x < b!.x + b!.width && b!.x < a!.x + a!.width && a!.y < b!.y + b!.height && b!.y < a!.y + a!.height;
    };
    await expect.poll(overlaps, { timeout: 15_000 }).toBe(false);
    await shots.take(page, `menu beside a card ${language}`);
    await page.context().close();
  },
);

const modes: [string, BrowserContextOptions][] = [
  ['light', {}],
  ['dark', { colorScheme: 'dark' }],
  ['forced', { forcedColors: 'active' }],
];
test.each(modes)('in %s, what scrolls under the buttons of a card does not show through them', async (mode, options) => {
  const page = await open('missing', 'en', { viewport: { width: 320, height: 300 }, ...options });
  await fillWithText(page);
  const alpha = await page.locator('.card > .row').evaluate((row) => getComputedStyle(row).backgroundColor);
  expect(alpha).toMatch(/^rgb\(/);
  await shots.take(page, `buttons ${mode}`);
  await page.context().close();
});

const fillWithText = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const root = [...document.querySelectorAll('div')].find((one) => one.shadowRoot)!.shadowRoot!;
    const text = root.querySelector('.card > h2, .card .prompt-text h2')!;
    text.insertAdjacentHTML('afterend', `<p>${'All orders of a supplier are listed, the newest first. '.repeat(14)}</p>`);
    return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
  });

test('nothing of the feedback menu lies on the frame with the choices, where a press would not count', async () => {
  const page = await open('panel', 'en', { viewport: { width: 1280, height: 800 } });
  const form = (await page.locator('.form').boundingBox())!;
  for (const button of await page.locator('.panel button').all()) {
    const { y, height } = (await button.boundingBox()) ?? { y: 0, height: 0 };
    expect(y + height <= form.y || y >= form.y + form.height).toBe(true);
  }
  await page.context().close();
});
