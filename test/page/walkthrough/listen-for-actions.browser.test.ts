import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundle } from '../../bench/locate/bundle.ts';
import { sharedChromium } from '../../run/shared-chromium.ts';

let browser: Browser;
let script: string;
beforeAll(async () => {
  script = await bundle(join(import.meta.dirname, '../../../src/page/walkthrough/listen-for-actions.ts'), 'acts');
  browser = await sharedChromium();
});
afterAll(() => browser.close());

const fields = '<input id=name><textarea id=words></textarea><button id=save>Save</button>';
const enter = async (page: Page, field: string) => {
  await page.frameLocator('iframe').locator(field).pressSequentially('A');
  await page.keyboard.press('Enter');
};

test.each<[string, string, (page: Page) => Promise<unknown>, string[]]>([
  ['a click on the control is reported', '#save', (page) => page.frameLocator('iframe').locator('#save').click(), ['click']],
  ['a click elsewhere is not reported', '#save', (page) => page.frameLocator('iframe').locator('#name').click(), []],
  ['typing and Enter in a field of one line are reported as input', '#name', (page) => enter(page, '#name'), ['input', 'input']],
  ['a new line in a text area is not reported', '#words', (page) => enter(page, '#words'), []],
  [
    'a click by the page itself is not reported',
    '#save',
    (page) => page.evaluate(`document.querySelector('iframe').contentDocument.querySelector('#save').click()`),
    [],
  ],
])('an action in a frame: %s', async (_, control, act, expected) => {
  const page = await browser.newPage();
  await page.setContent(`<iframe srcdoc="${fields}"></iframe>`);
  await page.frameLocator('iframe').locator(control).waitFor();
  await page.evaluate(`${script};
    globalThis.heard = [];
    const element = document.querySelector('iframe').contentDocument.querySelector('${control}');
    const player = { send: ({ by }) => heard.push(by) };
    acts.listenForActions({ anchor: {}, element, player, lifetime: new AbortController().signal });`);
  await act(page);
  expect(await page.evaluate('heard')).toEqual(expected);
  await page.close();
});
