import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundle } from '../../bench/locate/bundle.ts';
import { sharedChromium } from '../../run/shared-chromium.ts';

let browser: Browser;
let script: string;
beforeAll(async () => {
  script = await bundle(join(import.meta.dirname, 'in-page/remember-entries.ts'), 'entries');
  browser = await sharedChromium();
});
afterAll(() => browser.close());

async function open(html: string): Promise<Page> {
  const page = await browser.newPage();
  await page.setContent(html);
  await page.evaluate(script);
  return page;
}

const nameOfIt = (page: Page) => page.evaluate<string>('entries.nameOfIt()');
const show = (page: Page, html: string) => page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), html);
const clear = (selector: string) =>
  `document.querySelector('${selector}').addEventListener('keydown', (event) => { if (/^(Enter|,)$/.test(event.key)) event.target.value = event.target.textContent = '' })`;
const chooser = (attributes: string, popup: string) =>
  `<button id="it" ${attributes}>Choose</button>${popup}<script>for (const one of document.querySelectorAll('.o')) one.onclick = () => { it.textContent = one.textContent }</script>`;

test.each<[string, string, (page: Page) => Promise<unknown>]>([
  [
    'was typed and is cleared with Enter',
    '<input id="f"><button id="it">Results for olaf</button>',
    async (page) => {
      await page.evaluate(clear('#f'));
      await page.type('#f', 'Olaf Brandt');
      await page.press('#f', 'Enter');
    },
  ],
  [
    'was typed and became a chip with a comma',
    '<input id="f"><button id="it">Remove Olaf</button>',
    async (page) => {
      await page.evaluate(clear('#f'));
      await page.type('#f', 'Olaf,');
    },
  ],
  [
    'was typed in a field that is gone',
    '<input id="f"><button id="it">Edit Olaf</button>',
    async (page) => {
      await page.type('#f', 'Olaf');
      await page.evaluate('f.remove()');
    },
  ],
  [
    'was deleted letter by letter',
    '<input id="f"><button id="it">Edit Olaf</button>',
    async (page) => {
      await page.type('#f', 'Olaf');
      for (let at = 0; at < 4; at++) await page.press('#f', 'Backspace');
    },
  ],
  [
    'was typed in an editor that is emptied with Enter',
    '<div id="f" contenteditable></div><button id="it">Sent: Olaf is ill</button>',
    async (page) => {
      await page.evaluate(clear('#f'));
      await page.type('#f', 'Olaf');
      await page.press('#f', 'Enter');
    },
  ],
  [
    'was typed in a shadow root and removed',
    '<x-field><template shadowrootmode="open"><input id="f"></template></x-field><button id="it">Edit Olaf</button>',
    async (page) => {
      await page.locator('#f').pressSequentially('Olaf');
      await page.evaluate(`document.querySelector('x-field').remove()`);
    },
  ],
  [
    'was typed in a frame that is gone',
    '<iframe srcdoc="<input id=f>"></iframe><button id="it">Edit Olaf</button>',
    async (page) => {
      await page.frameLocator('iframe').locator('#f').pressSequentially('Olaf');
      await page.evaluate(`document.querySelector('iframe').remove()`);
    },
  ],
  [
    'was chosen in a select that is gone',
    '<select id="f"><option>x<option>Sick leave</select><button id="it">Sick leave</button>',
    async (page) => {
      await page.selectOption('#f', 'Sick leave');
      await page.focus('#f');
      await page.press('#f', 'Tab');
      await page.evaluate('f.remove()');
    },
  ],
  [
    'was pressed in a menu',
    chooser('aria-haspopup="menu"', '<div role="menu"><div role="menuitem" class="o">Sick leave</div></div>'),
    (page) => page.click('.o'),
  ],
  [
    'was pressed in a popup without roles',
    chooser('aria-expanded="true"', '<div><div class="o" tabindex="0">Sick leave</div></div>'),
    (page) => page.click('.o'),
  ],
  [
    'was pressed in a dialog',
    chooser('aria-haspopup="dialog"', '<dialog open><button class="o">Tomorrow</button></dialog>'),
    (page) => page.click('.o'),
  ],
  [
    'was chosen in a list, and another control shows it',
    '<ul><li class="o">Sick leave</li></ul><button id="it">Apply sick leave</button>',
    (page) => page.click('.o'),
  ],
  [
    'was chosen with the keyboard',
    '<div id="l" role="listbox" tabindex="0" aria-activedescendant="o"><div id="o" role="option">Sick leave</div></div><button id="it" aria-label="Reason: sick leave"></button>',
    async (page) => {
      await page.focus('#l');
      await page.press('#l', 'Enter');
    },
  ],
])('what %s is in no name that is told', async (_, html, act) => {
  const page = await open(html);
  await act(page);
  expect(await nameOfIt(page)).toBe('');
  await show(page, '<button class="other">Save</button>');
  await page.evaluate(`it.id = ''; document.querySelector('.other').id = 'it'`);
  expect(await nameOfIt(page)).toBe('Save');
  await page.close();
});

test('a control that opens a menu keeps its name after it was pressed, and a link of the navigation too', async () => {
  const page = await open(
    '<nav><ul><li><a href="#x">Orders</a></li></ul></nav><button id="it" aria-haspopup="menu">File</button>',
  );
  await page.click('#it');
  await page.click('a');
  expect(await nameOfIt(page)).toBe('File');
  await page.evaluate(`it.id = ''; document.querySelector('a').id = 'it'`);
  expect(await nameOfIt(page)).toBe('Orders');
  await page.close();
});

test('a password is not remembered, and of many texts only some are', async () => {
  const page = await open('<input id="p" type="password"><input id="f"><button id="it">Save</button>');
  await page.type('#p', 'olafolaf');
  expect(await page.evaluate('entries.countRemembered()')).toBe(0);
  await page.focus('#f');
  for (let at = 0; at < 250; at++) await page.fill('#f', `text ${at}`);
  expect(await page.evaluate('entries.countRemembered()')).toBe(200);
  await page.close();
});
