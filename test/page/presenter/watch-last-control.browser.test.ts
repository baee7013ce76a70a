import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundle } from '../../bench/locate/bundle.ts';
import { sharedChromium } from '../../run/shared-chromium.ts';

let browser: Browser;
let script: string;
beforeAll(async () => {
  script = await bundle(join(import.meta.dirname, '../../../src/page/presenter/watch-last-control.ts'), 'last');
  browser = await sharedChromium();
});
afterAll(() => browser.close());

const html = `<button id="save"><b>Save</b></button><p id="words">Words</p>
  <iframe srcdoc="<button id=create>Create</button><iframe srcdoc='<input id=deep>'></iframe>"></iframe>`;
const inner = (page: Page) => page.frameLocator('iframe');
const loadAnew = `new Promise((done) => {
  const [frame] = document.getElementsByTagName('iframe');
  frame.onload = done;
  frame.srcdoc = '<button id=anew>Anew</button>';
})`;

test.each<[string, (page: Page) => Promise<unknown>, string | null]>([
  ['nothing was touched, is none', async () => {}, null],
  ['a press on what is inside a control, is that control', (page) => page.click('#save b'), 'save'],
  ['a press on text, is none', (page) => page.click('#words'), null],
  ['a press on a control in a frame, is that control', (page) => inner(page).locator('#create').click(), 'create'],
  [
    'focus on a field in a frame of a frame, is that field',
    (page) => inner(page).frameLocator('iframe').locator('#deep').focus(),
    'deep',
  ],
  [
    'a press in a frame that was loaded again, is the control in it',
    async (page) => {
      await page.evaluate(loadAnew);
      await inner(page).locator('#anew').click();
    },
    'anew',
  ],
])('the control touched last, after %s', async (_, act, expected) => {
  const page = await browser.newPage();
  await page.setContent(html);
  await inner(page).frameLocator('iframe').locator('#deep').waitFor();
  await page.evaluate(
    `${script}; globalThis.life = new AbortController(); globalThis.touched = last.watchLastControl(life.signal)`,
  );
  await act(page);
  expect(await page.evaluate('touched()?.id ?? null')).toBe(expected);
  await page.close();
});
