import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundle } from '../../bench/locate/bundle.ts';
import { sharedChromium } from '../../run/shared-chromium.ts';

let browser: Browser;
let script: string;
beforeAll(async () => {
  script = await bundle(join(import.meta.dirname, '../../../src/overlay/prompts/watch-busy.ts'), 'form');
  browser = await sharedChromium();
});
afterAll(() => browser.close());

const html = `<form onsubmit="return false"><input id="name" /><select id="kind"><option>a</option><option>b</option></select>
  <button>Save</button></form><input id="find" type="search" /><button id="other">Other</button><div id="host"></div>
  <iframe id="frame" srcdoc='<input id="inner" /><button id="send">Send</button><div id="sure" aria-modal="true" hidden>Sure?</div>'></iframe>
  <dialog id="ask"><button>Yes</button></dialog><div id="drawn" aria-modal="true" hidden>Sure?</div>`;

async function openPage(): Promise<Page> {
  const page = await browser.newPage();
  await page.setContent(html);
  await page.evaluate(`${script}
    host.attachShadow({ mode: 'open' }).innerHTML = '<textarea></textarea>';
    globalThis.frees = 0;
    globalThis.life = new AbortController();
    globalThis.watched = form.watchBusy(document, life.signal, () => { frees += 1; });`);
  return page;
}

const loadAnew = `new Promise((done) => { frame.onload = done; frame.srcdoc += ' '; })`;
const isBusy = (page: Page) => page.evaluate('watched.isBusy()');
type Act = (page: Page) => Promise<unknown>;
const inFrame = (page: Page, selector: string) => page.frameLocator('#frame').locator(selector);
const typeInFrame: Act = (page) => inFrame(page, '#inner').pressSequentially('A');
const leaveInFrame: Act = (page) => inFrame(page, '#send').focus();
const leave: Act = (page) => page.locator('#other').focus();
const type: Act = (page) => page.locator('#name').pressSequentially('A');

test.each<[string, Act[], boolean]>([
  ['nothing was done', [], false],
  ['a field has the focus', [(page) => page.locator('#name').focus()], true],
  ['a field in a shadow root has the focus', [(page) => page.locator('#host textarea').focus()], true],
  ['a field was looked at and left', [(page) => page.locator('#name').focus(), leave], false],
  ['a field was changed and left', [type, leave], true],
  ['a choice was made', [(page) => page.locator('#kind').press('b'), leave], true],
  ['the form was sent', [type, (page) => page.keyboard.press('Enter'), leave], false],
  ['the address changed', [type, leave, (page) => page.evaluate('watched.urlChanged()')], false],
  ['something was searched for', [(page) => page.locator('#find').pressSequentially('A'), leave], false],
  [
    'the page wrote into a field',
    [(page) => page.evaluate(`document.getElementById('name').dispatchEvent(new Event('input', { bubbles: true }))`)],
    false,
  ],
  ['a dialog is open', [(page) => page.evaluate(`ask.showModal()`)], true],
  ['a dialog was closed', [(page) => page.evaluate(`ask.showModal(), ask.close()`)], false],
  ['a dialog of the page’s own drawing is open', [(page) => page.evaluate('drawn.hidden = false')], true],
  ['a field in a frame has the focus', [(page) => inFrame(page, '#inner').focus()], true],
  ['a field in a frame was looked at and left', [(page) => inFrame(page, '#inner').focus(), leaveInFrame], false],
  ['a field in a frame was changed and left', [typeInFrame, leaveInFrame], true],
  ['… and the frame was loaded anew', [typeInFrame, leaveInFrame, (page) => page.evaluate(loadAnew)], false],
  ['… and the frame was taken away', [typeInFrame, leaveInFrame, (page) => page.evaluate('frame.remove()')], false],
  ['a dialog is open in a frame', [(page) => page.evaluate(`frame.contentDocument.querySelector('#sure').hidden = false`)], true],
])('%s', async (_, acts, busy) => {
  const page = await openPage();
  for (const act of acts) await act(page);
  expect(await isBusy(page)).toBe(busy);
  await page.close();
});

test('leaving a field in a frame is heard too', async () => {
  const page = await openPage();
  await inFrame(page, '#inner').focus();
  await leaveInFrame(page);
  await expect.poll(() => page.evaluate('frees')).toBeGreaterThan(0);
  await page.close();
});

test('it is heard when the person may be free again, and no more once it is over', async () => {
  const page = await openPage();
  await type(page);
  await leave(page);
  await expect.poll(() => page.evaluate('frees')).toBeGreaterThan(0);
  const before = await page.evaluate('life.abort(), frees');
  await type(page);
  await leave(page);
  await page.waitForTimeout(1000);
  expect(await page.evaluate('frees')).toBe(before);
  await page.close();
});
