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
  await page.clock.install();
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
  ['nothing was done: free', [], false],
  ['a field has the focus: busy', [(page) => page.locator('#name').focus()], true],
  ['a field in a shadow root has the focus: busy', [(page) => page.locator('#host textarea').focus()], true],
  ['a field was focused and left: free', [(page) => page.locator('#name').focus(), leave], false],
  ['a field was changed and left: busy', [type, leave], true],
  ['a select was changed: busy', [(page) => page.locator('#kind').press('b'), leave], true],
  ['the changed form was sent: free', [type, (page) => page.keyboard.press('Enter'), leave], false],
  ['the URL changed after a field was changed: free', [type, leave, (page) => page.evaluate('watched.urlChanged()')], false],
  ['a search field was typed in and left: free', [(page) => page.locator('#find').pressSequentially('A'), leave], false],
  [
    'the page itself wrote into a field: free',
    [(page) => page.evaluate(`document.getElementById('name').dispatchEvent(new Event('input', { bubbles: true }))`)],
    false,
  ],
  ['a modal dialog is open: busy', [(page) => page.evaluate(`ask.showModal()`)], true],
  ['a modal dialog was closed: free', [(page) => page.evaluate(`ask.showModal(), ask.close()`)], false],
  ['an element with aria-modal is shown: busy', [(page) => page.evaluate('drawn.hidden = false')], true],
  ['a field in a frame has the focus: busy', [(page) => inFrame(page, '#inner').focus()], true],
  ['a field in a frame was focused and left: free', [(page) => inFrame(page, '#inner').focus(), leaveInFrame], false],
  ['a field in a frame was changed and left: busy', [typeInFrame, leaveInFrame], true],
  ['a frame with a changed field was reloaded: free', [typeInFrame, leaveInFrame, (page) => page.evaluate(loadAnew)], false],
  [
    'a frame with a changed field was removed: free',
    [typeInFrame, leaveInFrame, (page) => page.evaluate('frame.remove()')],
    false,
  ],
  [
    'an element with aria-modal is shown in a frame: busy',
    [(page) => page.evaluate(`frame.contentDocument.querySelector('#sure').hidden = false`)],
    true,
  ],
])('%s', async (_, actions, busy) => {
  const page = await openPage();
  for (const act of actions) await act(page);
  expect(await isBusy(page)).toBe(busy);
  await page.close();
});

/** Milliseconds, more than it takes to report that the person may be free. */
const SETTLED_MS = 1000;

test('after a field in a frame was left, it reports that the person may be free', async () => {
  const page = await openPage();
  await inFrame(page, '#inner').focus();
  await leaveInFrame(page);
  await page.clock.runFor(SETTLED_MS);
  expect(await page.evaluate('frees')).toBe(1);
  await page.close();
});

test('it reports that the person may be free until its lifetime ends, and not after', async () => {
  const page = await openPage();
  await type(page);
  await leave(page);
  await page.clock.runFor(SETTLED_MS);
  expect(await page.evaluate('frees')).toBe(1);
  await page.evaluate('life.abort()');
  await type(page);
  await leave(page);
  await page.clock.runFor(SETTLED_MS);
  expect(await page.evaluate('frees')).toBe(1);
  await page.close();
});
