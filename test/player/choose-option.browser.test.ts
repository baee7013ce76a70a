import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundle } from '../bench/locate/bundle.ts';
import { sharedChromium } from '../run/shared-chromium.ts';
import type * as made from './in-page.ts';

declare const player: typeof made;

let browser: Browser;
let script: string;
beforeAll(async () => {
  [browser, script] = await Promise.all([sharedChromium(), bundle(join(import.meta.dirname, 'in-page.ts'), 'player')]);
});
afterAll(() => browser?.close());

/** A list at the end of the page, drawn when it is opened, after `ms`, and filtered by what was typed; `take` gets what was pressed. */
const list = (take: string, { options = ['Net 30', 'Net 60'], ms = 0, role = 'option', filters = false } = {}) => `
  <ul id="list" role="listbox"></ul><script>{
  const it = document.querySelector('#it'), list = document.querySelector('#list');
  const isClosed = () => it.getAttribute('aria-expanded') !== 'true';
  const draw = () => {
    const typed = ${filters} ? it.value : '';
    const shown = isClosed() || (${filters} && !typed) ? [] : ${JSON.stringify(options)}.filter((one) => one.startsWith(typed));
    list.innerHTML = shown.map((one) => '<li role="${role}">' + one + '</li>').join('');
  };
  const open = (is) => { it.setAttribute('aria-expanded', is); setTimeout(draw, ${ms}); };
  it.onclick = () => open(isClosed());
  it.oninput = () => draw();
  it.onkeydown = ({ key }) => { if (key === 'Escape') open(false); };
  list.onclick = ({ target }) => { const option = target.textContent; ${take}; };
}</script>`;
const takes = `it.value = option; it.textContent = option; open(false)`;
const input = '<input id="it" role="combobox" aria-expanded="false" value="Net 30">';
const button = '<button id="it" aria-haspopup="listbox" aria-expanded="false">Net 30</button>';
const many = { options: Array.from({ length: 40 }, (_, nth) => `Net ${nth}`), filters: true };
const listbox = `<div id="it" role="listbox"><div role="option">Net 30</div><div role="option">Net 60</div></div><script>
  it.onclick = ({ target }) => { target.setAttribute('aria-selected', 'true'); document.title = target.textContent; };</script>`;
const component = `<x-select id="it"></x-select><script>customElements.define('x-select', class extends HTMLElement {
  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.innerHTML = '<button aria-expanded=false>Net 30</button><div></div>';
    const [opener, popup] = root.children;
    opener.onclick = () => { opener.setAttribute('aria-expanded', 'true'); popup.innerHTML = '<p role=option>Net 60</p>'; };
    popup.onclick = () => { popup.innerHTML = ''; opener.setAttribute('aria-expanded', 'false'); document.title = opener.textContent = 'Net 60'; };
  }
});</script>`;

test.each<[string, string, string[], string | undefined, string]>([
  ['a combobox', `${input}${list(takes)}`, ['Net 60'], undefined, 'Net 60'],
  ['a combobox, in another language', `${input}${list(takes)}`, ['60 Tage', 'net  60'], undefined, 'Net 60'],
  ['a combobox whose list comes from a server', `${input}${list(takes, { ms: 400 })}`, ['Net 60'], undefined, 'Net 60'],
  [
    'a combobox whose list shows only what was typed',
    `${input.replace('Net 30', '')}${list(takes, many)}`,
    ['Net 37'],
    undefined,
    'Net 37',
  ],
  ['a button that opens a list', `${button}${list(takes)}`, ['Net 60'], undefined, 'Net 60'],
  ['a button that opens a menu', `${button}${list(takes, { role: 'menuitemradio' })}`, ['Net 60'], undefined, 'Net 60'],
  ['a listbox', listbox, ['Net 60'], undefined, 'Net 60'],
  ['a component', component, ['Net 60'], undefined, 'Net 60'],
  ['an option that is not there', `${input}${list(takes)}`, ['Net 90'], 'option', 'Net 30'],
  ['an option that is not among those that were filtered', `${input}${list(takes, many)}`, ['Net 90'], 'option', 'Net 30'],
  ['two options of the same name', `${input}${list(takes, { options: ['Net 60', 'Net 60'] })}`, ['Net 60'], 'option', 'Net 30'],
  ['a list that takes nothing', `${input}${list('')}`, ['Net 60'], 'reset', 'Net 30'],
  ['a combobox that opens nothing', `${input}`, ['Net 60'], 'kind', 'Net 30'],
  ['a field that is no list', '<input id="it" value="Net 30">', ['Net 60'], 'kind', 'Net 30'],
  [
    'an option of a list beside it, which the control does not open',
    `<input id="it" value="Net 30"><ul><li role="option">Net 60</li></ul>`,
    ['Net 60'],
    'kind',
    'Net 30',
  ],
])('choosing for the person in %s', async (_, html, known, why, shown) => {
  const page = await browser.newPage();
  await page.setContent(html);
  await page.evaluate(script);
  const done = await page.evaluate(async (words) => {
    const it = document.querySelector('#it')!;
    const option = { text: words[0]!, language: 'en' };
    const refused = await player.perform(it, { act: 'choose', option, known: words }, new AbortController().signal);
    const shownNow = (it as HTMLInputElement).value || document.title || it.textContent;
    return { refused, shown: shownNow, isOpen: it.getAttribute('aria-expanded') === 'true' };
  }, known);
  expect(done.refused ?? undefined).toBe(why);
  expect(done.shown).toBe(shown);
  if (why === 'option') expect(done.isOpen).toBe(false);
  await page.close();
});
