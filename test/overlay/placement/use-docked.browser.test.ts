import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenScene, scenesInBrowser } from '../scenes-in-browser.ts';

const lifetime = new AsyncDisposableStack();
afterAll(() => lifetime.disposeAsync());
let open: OpenScene;
beforeAll(async () => {
  open = await scenesInBrowser(lifetime);
});

const room = { width: 1000, height: 700 };
/** At the lower start corner of the window: the first spot of a docked card. */
const below = 'position:fixed;left:40px;bottom:60px;width:200px;height:40px';

const pages: [string, (spot: string) => void, string][] = [
  [
    'a button',
    (spot) => document.body.insertAdjacentHTML('beforeend', `<button id="own" style="${spot}">Log in</button>`),
    '#own',
  ],
  [
    'the focused field',
    (spot) => {
      document.body.insertAdjacentHTML('beforeend', `<input id="own" style="${spot}">`);
      document.querySelector<HTMLElement>('#own')!.focus();
    },
    '#own',
  ],
  ['a button in a frame', (spot) => frameWith(`<button id="own" style="${spot}">Create</button>`), 'frame'],
  [
    'the focused field in a frame',
    (spot) => {
      frameWith(`<input id="own" style="${spot}">`);
      document.querySelector('iframe')!.contentDocument!.querySelector<HTMLElement>('#own')!.focus();
    },
    'frame',
  ],
];
declare function frameWith(html: string): void;
const frames = `globalThis.frameWith = (html) => {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'position:fixed;inset:0;width:100%;height:100%;border:0';
  document.body.prepend(frame);
  frame.contentDocument.body.innerHTML = html;
}`;

const cases = (['missing', 'paused', 'offer'] as const).flatMap((scene) =>
  pages.map(([what, draw, at]) => ({ scene, what, draw, at })),
);

test.each(cases)('the docked card of a walkthrough that is $scene does not cover $what', async ({ scene, draw, at }) => {
  const page = await open(scene, 'en', { viewport: room });
  expect(await boxOf(page, '.card'), 'its spot on an empty page').toMatchObject({ x: 16 });
  await page.evaluate(frames);
  await page.evaluate(draw, below);
  await page.setViewportSize({ ...room, height: room.height - 1 });
  await expect.poll(async () => overlaps(await boxOf(page, '.card'), await ownBox(page, at))).toBe(false);
  await page.context().close();
});

test.each(['missing', 'paused', 'offer'] as const)(
  'the docked card of a walkthrough that is %s leaves a button that the page draws under it later',
  async (scene) => {
    const page = await open(scene, 'en', { viewport: room });
    await page.evaluate((spot) => {
      document.body.insertAdjacentHTML('beforeend', `<button id="own" style="${spot}">Search</button>`);
    }, below);
    await expect
      .poll(async () => overlaps(await boxOf(page, '.card'), await ownBox(page, 'page')), { timeout: 15_000 })
      .toBe(false);
    await page.context().close();
  },
);

type Box = { x: number; y: number; width: number; height: number };
const boxOf = async (page: Page, selector: string): Promise<Box> => (await page.locator(selector).boundingBox())!;
const ownBox = async (page: Page, at: string): Promise<Box> =>
  (await (at === 'frame' ? page.frameLocator('iframe') : page).locator('#own').boundingBox())!;
const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
