import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundle } from '../../bench/locate/bundle.ts';
import { sharedChromium } from '../../run/shared-chromium.ts';

let browser: Browser;
let script: string;
beforeAll(async () => {
  script = await bundle(join(import.meta.dirname, '../../../src/overlay/placement/is-in-view.ts'), 'view');
  browser = await sharedChromium();
});
afterAll(() => browser.close());

const control = '<button id=control>Save</button>';
const drawer = '<section style="position:fixed;inset:0;background:#eee">Lines</section>';
const frame = (content: string, style = '') =>
  `<iframe style="height:100px;${style}" srcdoc="${content.replaceAll('"', "'")}"></iframe>`;

test.each<[string, string, 'in view' | 'scrolled' | 'covered' | 'hidden']>([
  ['on the page', control, 'in view'],
  ['below the window', `<div style="height:3000px"></div>${control}`, 'scrolled'],
  [
    'out of a box that scrolls',
    `<div style="height:60px;overflow:auto"><div style="height:900px"></div>${control}</div>`,
    'scrolled',
  ],
  ['out of a frame that scrolls', frame(`<div style='height:900px'></div>${control}`), 'scrolled'],
  ['out of a frame below the window', `<div style="height:3000px"></div>${frame(control)}`, 'scrolled'],
  ['under a drawer', control + drawer, 'covered'],
  ['in a frame under a drawer', frame(control) + drawer, 'covered'],
  ['under a modal dialog', `${control}<dialog id=dialog>Sure?</dialog><script>dialog.showModal()</script>`, 'covered'],
  ['in an inert part', `<main inert>${control}</main>`, 'covered'],
  [
    'under a bar that stays at the top',
    `<div style="position:fixed;inset:0 0 auto;height:80px;background:#eee"></div>${control}`,
    'covered',
  ],
  ['that is not drawn', `<main style="display:none">${control}</main>`, 'hidden'],
  ['of no size', '<button id=control style="width:0;height:0;padding:0;border:0"></button>', 'hidden'],
])('a control %s is %s', async (_, html, expected) => {
  const page = await browser.newPage();
  await page.setContent(`<!doctype html><body>${html}`);
  const find = `(document.querySelector('#control') ?? document.querySelector('iframe').contentDocument?.querySelector('#control'))`;
  await page.waitForFunction(find);
  const seen = await page.evaluate(`${script};
    view.isInView(${find}, document.createElement('div')) ? 'in view' : view.outOfSightBy(${find})`);
  expect(seen).toBe(expected);
  await page.close();
});
