import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LocalizedStepAct } from '../../src/model/pack/localized-guide.ts';
import type { ValueTest } from '../../src/model/pack/value-test.ts';
import { bundle } from '../bench/locate/bundle.ts';
import { sharedChromium } from '../run/shared-chromium.ts';
import type * as made from './in-page.ts';

declare const player: typeof made;

let browser: Browser;
let page: Page;
let script: string;
beforeAll(async () => {
  [browser, script] = await Promise.all([sharedChromium(), bundle(join(import.meta.dirname, 'in-page.ts'), 'player')]);
  page = await browser.newPage();
});
afterAll(() => browser?.close());

async function show(html: string): Promise<void> {
  await page.setContent(html);
  await page.evaluate(script);
}

const fill = (text: string): LocalizedStepAct => ({ act: 'fill', with: { text, language: 'en' } });
const choose = (...known: string[]): LocalizedStepAct => ({ act: 'choose', option: { text: known[0]!, language: 'en' }, known });
const click: LocalizedStepAct = { act: 'click' };
const check = (on: boolean): LocalizedStepAct => ({ act: 'check', on });
const form = `<form onsubmit="event.preventDefault(); document.title += ' sent'">`;
const list =
  '<select id="it"><option value="">–</option><option value="60">60 days</option><option disabled>90 days</option></select>';

test.each<[string, string, LocalizedStepAct, Awaited<unknown>, string]>([
  ['a text field', '<input id="it">', fill('12'), undefined, '12 input change'],
  ['a text of several lines', '<textarea id="it"></textarea>', fill('a\nb'), undefined, 'a\nb input change'],
  ['the field in a ready-made control', '<div id="it"><input></div>', fill('12'), undefined, '12 input change'],
  ['a password', '<input id="it" type="password">', fill('12'), 'secret', ''],
  ['a card number', '<input id="it" autocomplete="cc-number">', fill('12'), 'secret', ''],
  ['a disabled field', '<input id="it" disabled>', fill('12'), 'disabled', ''],
  ['a field in a disabled set', '<fieldset disabled><input id="it"></fieldset>', fill('12'), 'disabled', ''],
  ['a field that is only read', '<input id="it" readonly>', fill('12'), 'disabled', ''],
  ['an inert field', '<div inert><input id="it"></div>', fill('12'), 'disabled', ''],
  ['a file', '<input id="it" type="file">', fill('12'), 'kind', ''],
  ['words in a number', '<input id="it" type="number">', fill('twelve'), 'reset', ' input change'],
  ['a page that takes it back', `<input id="it" oninput="this.value = ''">`, fill('12'), 'reset', ' input change'],
  ['an option by its words', list, choose('sixty', '60  Days'), undefined, '60 input change'],
  ['an option that is not there', list, choose('30 days'), 'option', ''],
  ['an option that is disabled', list, choose('90 days'), 'option', ''],
  ['a list that is none', '<input id="it">', choose('60 days'), 'kind', ''],
  ['a tick', '<input id="it" type="checkbox">', check(true), undefined, 'on click input change'],
  ['a tick that is set already', '<input id="it" type="checkbox" checked>', check(true), undefined, 'on'],
  [
    'a switch of the page’s own',
    `<div id="it" role="switch" aria-checked="false" tabindex="0" onclick="this.ariaChecked = 'true'"></div>`,
    check(true),
    undefined,
    ' click',
  ],
  [
    'a switch that does not move',
    '<div id="it" role="switch" aria-checked="false" tabindex="0"></div>',
    check(true),
    'reset',
    ' click',
  ],
  ['a tick on what has none', '<button id="it">Save</button>', check(true), 'kind', ''],
  ['a button', '<button id="it">Save</button>', click, undefined, ' click'],
  ['a button that sends', `${form}<button id="it">Save</button></form>`, click, undefined, ' click sent'],
  ['a disabled button', '<button id="it" disabled>Save</button>', click, 'disabled', ''],
  ['a button that only says so', '<div id="it" role="button" aria-disabled="true">Save</div>', click, 'disabled', ''],
])('performing an act on %s', async (_name, html, act, why, becomes) => {
  await show(html);
  const done = await page.evaluate(async (wanted) => {
    const it = document.querySelector('#it')!;
    const field = it.querySelector('input') ?? it;
    document.title = '';
    for (const type of ['click', 'input', 'change'])
      document.addEventListener(type, (event) => {
        if (!event.isTrusted || event.type !== 'click') document.title += ` ${event.type}`;
      });
    const refused = await player.perform(it, wanted, new AbortController().signal);
    return { refused, says: `${(field as HTMLInputElement).value ?? ''}${document.title && ` ${document.title}`}` };
  }, act);
  expect(done.refused ?? undefined).toBe(why);
  expect(done.says).toBe(becomes);
});

test('a framework that watches the value by its own setter sees the change', async () => {
  await show('<input id="it"><p></p>');
  const state = await page.evaluate((act) => {
    const it = document.querySelector('input')!;
    const native = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!;
    let last = '';
    let taken = '';
    Object.defineProperty(it, 'value', {
      get: () => native.get!.call(it),
      set: (value) => {
        last = value;
        native.set!.call(it, value);
      },
    });
    it.addEventListener('input', () => {
      if (native.get!.call(it) !== last) taken = native.get!.call(it);
    });
    void player.perform(it, act, new AbortController().signal);
    return taken;
  }, fill('12'));
  expect(state).toBe('12');
});

test.each<[string, ValueTest, boolean]>([
  ['<select id="it"><option value="">Please choose</option></select>', { is: 'filled' }, false],
  ['<select id="it"><option value="60">Net 60</option></select>', { is: 'one-of', values: ['net 60'] }, true],
  ['<input id="it" type="password" value="secret">', { is: 'filled' }, true],
  ['<input id="it" type="password" value="secret">', { is: 'one-of', values: ['secret'] }, false],
  ['<input id="it" type="radio" checked>', { is: 'checked' }, true],
  ['<div id="it" role="tab" aria-selected="true">A</div>', { is: 'checked' }, true],
  ['<div id="it" role="slider" aria-valuenow="7"></div>', { is: 'number', min: 7 }, true],
  ['<div lang="de"><input id="it" value="1.234"></div>', { is: 'number', min: 1000 }, true],
  ['<div lang="en"><input id="it" value="1.234"></div>', { is: 'number', max: 2 }, true],
  ['<div id="it" contenteditable>Words</div>', { is: 'filled' }, true],
  ['<x-field id="it"><template shadowrootmode="open"><input value="a"></template></x-field>', { is: 'filled' }, true],
])('the value of %s passes the test %j: %s', async (html, wanted, verdict) => {
  await show(html);
  const judged = await page.evaluate((one) => player.judgeValue(one, player.readValue(document.querySelector('#it')!)), wanted);
  expect(judged).toBe(verdict);
});

test.each<[string, string, string]>([
  ['<button id="it">Save</button>', 'button', 'other'],
  ['<form><button id="it" aria-expanded="false">Save</button></form>', 'button', 'other'],
  ['<form><button id="it" type="button" aria-expanded="false">More</button></form>', 'button', 'opens'],
  ['<button id="it" aria-haspopup="menu">More</button>', 'button', 'opens'],
  ['<button id="it" aria-haspopup="false">More</button>', 'button', 'other'],
  ['<button id="it" commandfor="x" command="show-modal">More</button>', 'button', 'opens'],
  ['<button id="it" commandfor="x" command="--delete">More</button>', 'button', 'other'],
  ['<button id="it" popovertarget="x">More</button>', 'button', 'opens'],
  ['<details><summary id="it">More</summary></details>', 'button', 'opens'],
  ['<button id="it" aria-pressed="false">Delete account</button>', 'button', 'other'],
  ['<button id="it" role="checkbox">Delete account</button>', 'checkbox', 'other'],
  ['<button id="it" role="switch" aria-checked="false">Dark</button>', 'switch', 'toggle'],
  ['<div id="it" role="menuitemcheckbox" aria-checked="true">Grid</div>', 'menuitemcheckbox', 'toggle'],
  ['<div id="it" aria-checked="false">Dark</div>', 'generic', 'other'],
  ['<button id="it"><input type="checkbox">Delete</button>', 'button', 'other'],
  ['<label id="it"><input type="checkbox">Dark</label>', 'label', 'toggle'],
  ['<input id="it" type="radio">', 'radio', 'toggle'],
  ['<button><span id="it">Delete</span></button>', 'generic', 'other'],
  ['<a href="/orders/delete"><span id="it" role="tab">Tab</span></a>', 'tab', 'other'],
  ['<div id="it" role="tab">Details</div>', 'tab', 'selects'],
  ['<a id="it" role="tab" href="/delete">Details</a>', 'tab', 'other'],
  ['<form><button id="it" role="tab">Details</button></form>', 'tab', 'other'],
  ['<div id="it" role="option">Net 30</div>', 'option', 'picks'],
  ['<div id="it" role="menuitem">Duplicate</div>', 'menuitem', 'other'],
  ['<input id="it">', 'textbox', 'field'],
  ['<input id="it" type="submit">', 'button', 'other'],
  ['<input id="it" type="reset">', 'button', 'other'],
  ['<div id="it" contenteditable>Note</div>', 'textbox', 'field'],
  ['<select id="it"></select>', 'combobox', 'field'],
])('a press on %s is of the kind "%s" → %s', async (html, role, kind) => {
  await show(html);
  const facts = await page.evaluate((own) => player.pressFacts(document.querySelector('#it')!, own, 'Save'), role);
  expect(facts.kind).toBe(kind);
});

test.each<[string, string]>([
  ['href="/orders"', 'link'],
  ['href="#/orders/7"', 'link'],
  ['href="#"', 'other'],
  ['href="javascript:remove()"', 'other'],
  ['href="mailto:a@app.example"', 'other'],
  ['href="https://elsewhere.example/"', 'other'],
  ['href="/orders/7" data-method="delete"', 'other'],
  ['href="/orders/7" hx-delete="/orders/7"', 'other'],
  ['href="/orders/7" onclick="remove()"', 'other'],
  ['href="/orders.csv" download', 'other'],
  ['onclick="remove()"', 'other'],
])('a link with %s is of the kind %s', async (attributes, kind) => {
  await page.route('https://app.example/', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<a id="it" ${attributes}>Next</a>` }),
  );
  await page.goto('https://app.example/');
  await page.evaluate(script);
  const facts = await page.evaluate(() => player.pressFacts(document.querySelector('#it')!, 'link', 'Next'));
  expect(facts.kind).toBe(kind);
  await page.unroute('https://app.example/');
  await page.goto('about:blank');
});

test.each<[string, { role: string; name?: string }, boolean]>([
  ['<dialog open aria-label="Approval"></dialog>', { role: 'dialog', name: 'Approval' }, true],
  ['<dialog aria-label="Approval"></dialog>', { role: 'dialog', name: 'Approval' }, false],
  ['<div role="dialog"><h2>Approval</h2></div>', { role: 'dialog', name: 'approval' }, true],
  ['<div role="dialog"><h2>Approval of orders</h2></div>', { role: 'dialog', name: 'Approval' }, false],
  ['<div role="alert">Order 4711 was saved.</div>', { role: 'alert', name: 'was saved' }, true],
  ['<div role="alert" hidden>Order 4711 was saved.</div>', { role: 'alert' }, false],
  // What an output shows may be computed from what was typed: its text is no name.
  ['<output>Saved</output>', { role: 'status', name: 'Saved' }, false],
  ['<output>Saved</output>', { role: 'status' }, true],
  ['<x-box><template shadowrootmode="open"><div role="status">Saved</div></template></x-box>', { role: 'status' }, true],
  ['<iframe srcdoc="<div role=status>Saved</div>"></iframe>', { role: 'status', name: 'Saved' }, true],
])('in %s, the part %j is present: %s', async (html, anchor, isThere) => {
  await show(html);
  const found = await page.evaluate((one) => player.findPart(one, player.treeRootsIn(document)) !== undefined, anchor);
  expect(found).toBe(isThere);
});

test('a part that appears and disappears is reported, until the lifetime ends', async () => {
  await show('<main></main>');
  const told = await page.evaluate(async () => {
    const heard: boolean[] = [];
    const life = new AbortController();
    const next = () => new Promise((done) => setTimeout(done, 700));
    player.watchPart({ role: 'alert', name: 'Saved' }, document, life.signal, (isThere) => heard.push(isThere));
    await next();
    document.querySelector('main')!.innerHTML = '<p role="alert">Saved</p>';
    await next();
    document.querySelector('main')!.innerHTML = '';
    await next();
    life.abort();
    document.querySelector('main')!.innerHTML = '<p role="alert">Saved</p>';
    await next();
    return heard;
  });
  expect(told).toEqual([false, true, false]);
});
