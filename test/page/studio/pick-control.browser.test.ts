import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundle } from '../../bench/locate/bundle.ts';
import { sharedChromium } from '../../run/shared-chromium.ts';

let browser: Browser;
let script: string;
beforeAll(async () => {
  script = await bundle(join(import.meta.dirname, 'in-page/pick.ts'), 'picking');
  browser = await sharedChromium();
});
afterAll(() => browser.close());

/** Listens in every way that pages do, the window itself left out: there the order of listeners decides. */
const NOTICING = `<script>
  globalThis.noticed = [];
  for (const type of ['pointerdown', 'mousedown', 'mouseup', 'pointerup', 'click', 'keydown', 'keyup', 'contextmenu', 'focusin'])
    for (const capture of [true, false])
      document.addEventListener(type, () => noticed.push(type), capture);
</script>`;

async function picking(html: string): Promise<Page> {
  const page = await browser.newPage();
  await page.setContent(`${NOTICING}<main>${html}</main>`);
  await page.evaluate(`${script}; picking.startPicking()`);
  return page;
}

const names = (page: Page) => page.evaluate<(string | null)[]>('picked.map((one) => one && one.anchor.name)');
const noticed = (page: Page) => page.evaluate<string[]>('noticed');

async function pressOn(page: Page, selector: string): Promise<void> {
  const { x, y, width, height } = (await page.locator(selector).boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.up();
}

test.each([
  ['a button', '<button id="it">Save</button>', '#it', 'Save'],
  [
    'the icon in a button',
    '<button aria-label="Delete"><svg id="it" width="20" height="20"><rect width="20" height="20"/></svg></button>',
    '#it',
    'Delete',
  ],
  [
    'a control in an open shadow root',
    '<div id="it"><template shadowrootmode="open"><button>Search</button></template></div>',
    '#it',
    'Search',
  ],
  ['a link', '<a id="it" href="/orders">Orders</a>', '#it', 'Orders'],
  ['a button that is disabled', '<button id="it" disabled>Approve</button>', '#it', 'Approve'],
])('%s is picked by a press that the page does not notice', async (_, html, selector, name) => {
  const page = await picking(html);
  await pressOn(page, selector);
  expect(await names(page)).toEqual([name]);
  expect(await noticed(page)).toEqual([]);
  await page.close();
});

test('a control in a frame of the same origin is picked', async () => {
  const page = await picking('<iframe id="frame" srcdoc="<button>Inside</button>" width="300" height="200"></iframe>');
  await page.frameLocator('#frame').getByRole('button').waitFor();
  const { x, y } = (await page.frameLocator('#frame').getByRole('button').boundingBox())!;
  await page.mouse.move(x + 5, y + 5);
  await page.mouse.down();
  await page.mouse.up();
  expect(await names(page)).toEqual(['Inside']);
  await page.close();
});

test('a control in a modal dialog is picked, and the dialog stays open', async () => {
  const page = await browser.newPage();
  await page.setContent(`${NOTICING}<dialog id="dialog"><button id="it">Confirm</button></dialog>`);
  await page.evaluate('dialog.showModal(); noticed.length = 0');
  await page.evaluate(`${script}; picking.startPicking()`);
  await pressOn(page, '#it');
  expect(await names(page)).toEqual(['Confirm']);
  expect(await noticed(page)).toEqual([]);
  expect(await page.evaluate('dialog.open')).toBe(true);
  await page.keyboard.press('Escape');
  expect(await page.evaluate('dialog.open')).toBe(true);
  await page.close();
});

test('arrow keys and Tab move between controls, Enter takes one and Escape ends, unnoticed by the page', async () => {
  const page = await picking('<button>One</button><button>Two</button><button hidden>Hidden</button><button>Three</button>');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  expect(await names(page)).toEqual(['Three', 'Two', null]);
  expect(await noticed(page)).toEqual([]);
  await page.close();
});

test('what is drawn leaves when pointing ends, and the page is as it was', async () => {
  const page = await picking('<button id="it">Save</button>');
  const before = await page.evaluate<string>('document.querySelector("main").outerHTML');
  await pressOn(page, '#it');
  await page.evaluate('stop()');
  expect(await page.evaluate('document.querySelectorAll("[popover]").length')).toBe(0);
  expect(await page.evaluate('document.querySelector("main").outerHTML')).toBe(before);
  await pressOn(page, '#it');
  expect(await noticed(page)).toContain('click');
  expect(await names(page)).toEqual(['Save']);
  await page.close();
});
