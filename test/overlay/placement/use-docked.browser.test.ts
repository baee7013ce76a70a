import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useScenes } from '../scenes-in-browser.ts';

const open = useScenes();

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

/** Corners are all taken, so the card lies on a button wherever it is. */
const inAllCorners = (document: Document) => {
  for (const spot of ['left:20px;top:20px', 'right:20px;top:20px', 'left:20px;bottom:20px', 'right:20px;bottom:20px'])
    document.body.insertAdjacentHTML('beforeend', `<button style="position:fixed;${spot};width:360px;height:260px">Add</button>`);
};
const isOverCard = (page: Page, id: string): Promise<boolean> =>
  page.evaluate((which) => {
    const root = [...document.querySelectorAll('div')].find((one) => one.shadowRoot)!.shadowRoot!;
    const card = root.querySelector('.card')!.getBoundingClientRect();
    const one = document.querySelector(which)!.getBoundingClientRect();
    return card.left < one.right && one.left < card.right && card.top < one.bottom && one.top < card.bottom;
  }, id);

/** The person goes to the button that the card lies on, of which a part is seen. */
const approaches: [string, (page: Page) => Promise<void>][] = [
  ['the focus', (page) => page.evaluate(() => document.querySelector<HTMLElement>('[data-under]')!.focus())],
  [
    'the pointer on the part that is seen',
    async (page) => {
      const [card, { x, y, width, height }] = [await boxOf(page, '.card'), await boxOf(page, '[data-under]')];
      const corners = [x + 4, x + width - 4].flatMap((left) => [y + 4, y + height - 4].map((top) => ({ left, top })));
      const isSeen = ({ left, top }: { left: number; top: number }) =>
        left < card.x || left > card.x + card.width || top < card.y || top > card.y + card.height;
      const { left, top } = corners.find(isSeen)!;
      await page.mouse.move(550, 380);
      await page.mouse.move(left, top);
    },
  ],
  [
    'the pointer that rests on the card over it',
    async (page) => {
      const { x, y } = await boxOf(page, '.card h2');
      await page.mouse.move(500, 350);
      await page.mouse.move(x + 60, y + 8);
    },
  ],
];

test.each(approaches)('a docked card leaves the button under it that the person goes to by %s', async (_, approach) => {
  const page = await open('missing', 'en', { viewport: { width: 1100, height: 760 } });
  await page.evaluate(`(${inAllCorners})(document)`);
  await page.setViewportSize({ width: 1100, height: 761 });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await page.evaluate(() => {
    const root = [...document.querySelectorAll('div')].find((one) => one.shadowRoot)!.shadowRoot!;
    // As the host is over a page.
    (root.host as HTMLElement).style.pointerEvents = 'none';
    const card = root.querySelector('.card')!.getBoundingClientRect();
    const under = [...document.querySelectorAll('button')].find((one) => {
      const { left, right, top, bottom } = one.getBoundingClientRect();
      return card.left < right && left < card.right && card.top < bottom && top < card.bottom;
    })!;
    under.dataset.under = '';
  });
  expect(await isOverCard(page, '[data-under]')).toBe(true);
  await approach(page);
  await expect.poll(() => isOverCard(page, '[data-under]'), { timeout: 15_000 }).toBe(false);
  await page.context().close();
});

test('a question or notice has one home: it moves up along its edge and to no other corner', async () => {
  const page = await open('notice', 'en', { viewport: room });
  const home = await boxOf(page, '.card');
  expect(home.x).toBe(16);
  await page.evaluate((spot) => {
    document.body.insertAdjacentHTML('beforeend', `<button id="own" style="${spot}">Search</button>`);
  }, below);
  await expect
    .poll(async () => overlaps(await boxOf(page, '.card'), await ownBox(page, 'page')), { timeout: 15_000 })
    .toBe(false);
  expect((await boxOf(page, '.card')).x).toBe(home.x);
  await page.context().close();
});

type Box = { x: number; y: number; width: number; height: number };
const boxOf = async (page: Page, selector: string): Promise<Box> => (await page.locator(selector).boundingBox())!;
const ownBox = async (page: Page, at: string): Promise<Box> =>
  (await (at === 'frame' ? page.frameLocator('iframe') : page).locator('#own').boundingBox())!;
const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
