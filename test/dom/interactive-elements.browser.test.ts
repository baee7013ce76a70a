import { afterAll, beforeAll, expect, test } from 'vitest';
import { openModule } from './open-module.ts';

let dom: Awaited<ReturnType<typeof openModule>>;
beforeAll(async () => {
  dom = await openModule('interactive-elements');
});
afterAll(() => dom.browser.close());

test.each<[string, string | null, string]>([
  ['<a id="at" href="/">Home</a>', 'at', 'a link'],
  ['<a id="at">Home</a>', null, 'an anchor that leads nowhere'],
  ['<button id="of"><b id="at">Save</b></button>', 'of', 'what a button is made of'],
  ['<div role="treeitem" id="of"><b id="at">Node</b></div>', 'of', 'what an element with the role of a control is made of'],
  ['<div contenteditable id="of"><b id="at">Text</b></div>', 'of', 'text that can be edited'],
  ['<div contenteditable="false"><b id="at">Text</b></div>', null, 'text that cannot be edited'],
  ['<div role="separator" id="at"></div>', null, 'a separator that only divides'],
  ['<div role="separator" aria-valuenow="5" id="at"></div>', 'at', 'a separator that can be moved'],
  ['<form id="of"><input name="matches"><p id="at">Text</p></form>', null, 'text in a form with a field named matches'],
  ['<p id="at">Text</p>', null, 'plain text'],
])('the interactive element at the end of %s is %s (%s)', async (html, expected) => {
  const page = await dom.open(html);
  const found = await page.evaluate(`(() => {
    let path;
    addEventListener('probe', (event) => { path = event.composedPath(); }, { once: true });
    document.querySelector('#at').dispatchEvent(new Event('probe', { bubbles: true }));
    return dom.interactiveElementOn(path)?.id ?? null;
  })()`);
  expect(found).toBe(expected);
  await page.close();
});

test.each<[string, string | undefined, string | undefined]>([
  ['<input id="at">', undefined, 'text'],
  ['<input id="at" type="range">', undefined, 'slider'],
  ['<input id="at" type="checkbox" role="switch">', 'toggle', 'toggle'],
  ['<summary id="at"></summary>', undefined, 'button'],
  ['<div id="at" role="combobox textbox"></div>', 'select', undefined],
  ['<div id="at" role="constructor"></div>', undefined, undefined],
  ['<constructor id="at"></constructor>', undefined, undefined],
  ['<p id="at" contenteditable></p>', undefined, 'editable'],
])('%s is by its role %s, by its markup %s', async (html, byRole, byMarkup) => {
  const page = await dom.open(html);
  expect(await page.evaluate('dom.kindByRole(at)')).toBe(byRole);
  expect(await page.evaluate('dom.kindByMarkup(at)')).toBe(byMarkup);
  await page.close();
});
