import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useScreens } from '../../journeys/harness/screens.ts';
import { useScenes } from '../scenes-in-browser.ts';

const open = useScenes();
const shots = useScreens('launcher');

const WITHIN = { timeout: 15_000 };
const viewport = { width: 1000, height: 700 };
/** At the foot of the end edge: the first spot of the button. */
const corner = 'position:fixed;right:12px;bottom:12px;width:60px;height:60px';

/** What a page may have at that spot. Each is drawn by a function of its own, which finds the style in the page. */
const occupants: Record<string, (style: string) => void> = {
  'a button': (style) => document.body.insertAdjacentHTML('beforeend', `<button class="theirs" style="${style}">Chat</button>`),
  'a chat button that is a box with a pointer': (style) =>
    document.body.insertAdjacentHTML('beforeend', `<div class="theirs" style="${style};cursor:pointer">Chat</div>`),
  'a chat button that is a box without any mark': (style) =>
    document.body.insertAdjacentHTML('beforeend', `<div class="theirs" style="${style}"><span>Chat</span></div>`),
  'a chat button in a frame of another origin': (style) =>
    document.body.insertAdjacentHTML(
      'beforeend',
      `<iframe class="theirs" sandbox srcdoc="<button>Chat</button>" style="${style};border:0"></iframe>`,
    ),
  'a button in an open shadow root': (style) => {
    document.body.insertAdjacentHTML('beforeend', '<my-app></my-app>');
    const root = document.querySelector('my-app')!.attachShadow({ mode: 'open' });
    root.innerHTML = `<div><section style="${style}"></section></div>`;
    const inner = root.querySelector('section')!.attachShadow({ mode: 'open' });
    inner.innerHTML = '<button class="theirs" style="width:60px;height:60px">Save</button>';
  },
  'a button in a closed shadow root': (style) => {
    document.body.insertAdjacentHTML('beforeend', '<my-app></my-app>');
    const host = document.querySelector('my-app')!;
    const root = host.attachShadow({ mode: 'closed' });
    root.innerHTML = `<button class="theirs" style="${style}">Save</button>`;
    // As Chromium lets an extension see it.
    Object.assign(globalThis, {
      chrome: { dom: { openOrClosedShadowRoot: (element: Element) => (element === host ? root : element.shadowRoot) } },
    });
  },
  'a column of small boxes': () => {
    const boxes = Array.from({ length: 34 }, (_, i) => {
      const style = `position:absolute;right:25px;top:${i * 21}px;margin:0;width:13px;height:13px`;
      return `<input class="theirs" type="checkbox" aria-label="Row ${i}" style="${style}">`;
    });
    document.body.insertAdjacentHTML('beforeend', boxes.join(''));
  },
};

const drawn = Object.keys(occupants);

test.each(drawn)('the feedback button leaves %s that the page draws later', async (what) => {
  const page = await open('tip', 'en', { viewport });
  expect(await launcher(page)).toMatchObject({ x: 949, y: 649 });
  await page.evaluate(occupants[what]!, corner);
  await expect.poll(() => isOver(page, corner), WITHIN).toBe(false);
  await page.context().close();
});

test('the backdrop of a dialog takes no room from the feedback button', async () => {
  const page = await open('tip', 'en', { viewport });
  await page.evaluate(() => {
    document.body.insertAdjacentHTML('beforeend', '<dialog class="theirs"><button>Save</button></dialog>');
    document.querySelector('dialog')!.showModal();
  });
  await page.setViewportSize({ width: 900, height: 600 });
  await expect.poll(() => launcher(page), WITHIN).toMatchObject({ x: 849, y: 549 });
  expect(await page.locator('.launcher').getAttribute('class')).toBe('launcher button');
  await page.context().close();
});

test('a layer over the whole window that can be focused takes no room from it either', async () => {
  const page = await open('tip', 'en', { viewport });
  const layer = '<div class="theirs" tabindex="0" onclick="" style="position:fixed;inset:0;background:rgb(0 0 0/.3)"></div>';
  await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), layer);
  await page.setViewportSize({ width: 900, height: 600 });
  await expect.poll(() => launcher(page), WITHIN).toMatchObject({ x: 849, y: 549 });
  expect(await page.locator('.launcher').getAttribute('class')).toBe('launcher button');
  await page.context().close();
});

test('the feedback button leaves what a route draws within a shadow root, where nothing around the root changes', async () => {
  const page = await open('tip', 'en', { viewport });
  await page.evaluate(occupants['a button in an open shadow root']!, corner);
  await expect.poll(() => isOver(page, corner), WITHIN).toBe(false);
  const { x, y, width, height } = await launcher(page);
  await page.evaluate((style) => {
    const inner = document.querySelector('my-app')!.shadowRoot!.querySelector('section')!.shadowRoot!;
    inner.innerHTML = `<button class="theirs" style="${style}">Next</button>`;
  }, `position:fixed;left:${x}px;top:${y}px;width:${width}px;height:${height}px`);
  await expect.poll(() => isOver(page, corner), WITHIN).toBe(false);
  await page.context().close();
});

test.each(['tip', 'step', 'missing', 'paused', 'notice', 'finished'] as const)(
  'at four times the size the feedback button stands in the header of the card of the scene %s, over none of its buttons',
  async (scene) => {
    const page = await open(scene, 'en', { viewport: { width: 320, height: 200 }, deviceScaleFactor: 2 });
    const covered = () =>
      page.evaluate(() => {
        const root = [...document.querySelectorAll('div')].find((one) => one.shadowRoot)!.shadowRoot!;
        const own = root.querySelector('.launcher')!.getBoundingClientRect();
        const parts = [...root.querySelectorAll('.card :is(button, a, h2, p)')].map((one) => one.getBoundingClientRect());
        const card = root.querySelector('.card')!;
        const content = card.getBoundingClientRect().top + card.clientTop;
        return parts.some(
          (one) =>
            own.left < one.right && one.left < own.right && own.top < one.bottom && Math.max(one.top, content) < own.bottom,
        );
      });
    await expect.poll(covered, WITHIN).toBe(false);
    await shots.take(page, scene);
    await page.context().close();
  },
);

/** How a page shows what it has drawn before: what hides it at first, and what shows it. */
const switches: Record<string, { attributes: string; show: (button: HTMLElement) => void }> = {
  'a class': { attributes: 'class="theirs away"', show: (button) => button.classList.remove('away') },
  'the attribute hidden': { attributes: 'class="theirs" hidden', show: (button) => button.removeAttribute('hidden') },
  'a style': { attributes: 'class="theirs"', show: (button) => button.style.removeProperty('display') },
};

test.each(Object.entries(switches))(
  'the feedback button leaves what a page has drawn before and shows by %s',
  async (what, { attributes, show }) => {
    const page = await open('tip', 'en', { viewport }, (before) =>
      before.evaluate(
        ([given, style]) => {
          document.head.insertAdjacentHTML('beforeend', '<style>.away { display: none }</style>');
          document.body.insertAdjacentHTML('beforeend', `<button ${given} style="${style}">Chat</button>`);
        },
        [attributes, what === 'a style' ? `${corner};display:none` : corner] as const,
      ),
    );
    expect(await launcher(page)).toMatchObject({ x: 949, y: 649 });
    await page.locator('.theirs').evaluate(show);
    await expect.poll(() => isOver(page, corner), WITHIN).toBe(false);
    await page.context().close();
  },
);

test('on a page that leaves no room at all the feedback button is neither seen nor pressed until it has the focus, and comes back with the room', async () => {
  const page = await open('gone', 'en', { viewport: { width: 320, height: 200 } }, (before) =>
    before.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<button id="all" style="position:fixed;inset:0">All of it</button>');
    }),
  );
  // Without a card the button has no header to stand in.
  await page.evaluate(() => {
    const root = [...document.querySelectorAll('div')].find((one) => one.shadowRoot)!.shadowRoot!;
    for (const card of root.querySelectorAll<HTMLElement>('.card')) card.style.visibility = 'hidden';
  });
  await page.setViewportSize({ width: 320, height: 201 });
  const own = page.locator('.launcher');
  await expect.poll(() => own.evaluate((button) => getComputedStyle(button).opacity), WITHIN).toBe('0');
  const isPressed = () =>
    own.evaluate((button) => {
      const { x, y, width, height } = button.getBoundingClientRect();
      const hit = (button.getRootNode() as ShadowRoot).elementFromPoint(x + width / 2, y + height / 2);
      return button.contains(hit);
    });
  expect(await isPressed()).toBe(false);
  await own.focus();
  expect(await own.evaluate((button) => getComputedStyle(button).opacity)).toBe('1');
  expect(await isPressed()).toBe(true);
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.evaluate(() => document.querySelector('#all')!.remove());
  await expect.poll(() => own.evaluate((button) => getComputedStyle(button).opacity), WITHIN).toBe('1');
  await page.context().close();
});

type Box = { x: number; y: number; width: number; height: number };
const launcher = async (page: Page): Promise<Box> => (await page.locator('.launcher').boundingBox())!;

/** Does the button take a press that is meant for one of the page's controls? */
async function isOver(page: Page, style: string): Promise<boolean> {
  const own = await launcher(page);
  const theirs = await page
    .locator('.theirs')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as Box));
  // What is in a closed root is not found.
  return (theirs.length ? theirs : [cornerBox(style)]).some(
    (one) => own.x < one.x + one.width && one.x < own.x + own.width && own.y < one.y + one.height && one.y < own.y + own.height,
  );
}

const cornerBox = (style: string): Box => {
  const [right, bottom, width, height] = [...style.matchAll(/(\d+)px/g)].map(([, length]) => Number(length));
  return { x: viewport.width - right! - width!, y: viewport.height - bottom! - height!, width: width!, height: height! };
};
