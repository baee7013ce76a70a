import type { Page } from 'playwright-core';
import { type ActRow, samplesOf } from '../sample-act.ts';

const form =
  '<form action=/sent><label>Subject <input id=subject name=subject></label><label>Remarks <textarea id=remarks></textarea></label><button id=send>Send</button></form>';
const sent = { '/orders': form, '/sent': '<h1>Sent</h1>' };
const type = async (page: Page, on: string, text: string) => {
  await page.click(on);
  await page.keyboard.type(text);
};

const rows: ActRow[] = [
  [
    'typing in a field',
    form,
    (page) => type(page, '#subject', 'Kowalski 4711'),
    [{ kind: 'input', on: 'subject' }],
    'Kowalski',
    '4711',
  ],
  ['a click in a field without typing', form, (page) => page.click('#subject'), []],
  [
    'two fields with Tab between them',
    form,
    async (page) => {
      await type(page, '#subject', 'Kowalski');
      await page.keyboard.press('Tab');
      await page.keyboard.type('Rue de la Paix');
    },
    [
      { kind: 'input', on: 'subject' },
      { kind: 'input', on: 'remarks' },
    ],
    'Kowalski',
    'Rue de la Paix',
  ],
  [
    'going back to a field',
    form,
    async (page) => {
      await type(page, '#subject', 'Kowal');
      await type(page, '#remarks', 'Urgent Meyer');
      await page.click('#subject');
      await page.keyboard.press('End');
      await page.keyboard.type('ski');
    },
    [
      { kind: 'input', on: 'subject' },
      { kind: 'input', on: 'remarks' },
    ],
    'Kowal',
    'Meyer',
  ],
  [
    'typing and taking it all back',
    form,
    async (page) => {
      await type(page, '#subject', 'abc');
      for (const _ of 'abc') await page.keyboard.press('Backspace');
      await page.keyboard.press('Tab');
    },
    [],
  ],
  [
    'pasting',
    form,
    async (page) => {
      await page.click('#subject');
      await page.keyboard.insertText('DE89370400440532013000');
    },
    [{ kind: 'input', on: 'subject' }],
    'DE89370400440532013000',
  ],
  [
    'Enter that submits',
    sent,
    async (page) => {
      await type(page, '#subject', 'Kowalski');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/sent*');
    },
    [
      { kind: 'input', on: 'subject' },
      { kind: 'click', on: 'send' },
    ],
    'Kowalski',
  ],
  [
    'Enter in a search without a button',
    "<input id=find type=search aria-label=Search onkeydown=\"if(event.key==='Enter')out.textContent='3 results'\"><p id=out></p>",
    async (page) => {
      await type(page, '#find', 'Kowalski');
      await page.keyboard.press('Enter');
    },
    [
      { kind: 'input', on: 'find' },
      { kind: 'press-key', on: 'find' },
    ],
    'Kowalski',
  ],
  [
    'Enter in a field of many lines',
    form,
    async (page) => {
      await type(page, '#remarks', 'one');
      await page.keyboard.press('Enter');
      await page.keyboard.type('two Kowalski');
    },
    [{ kind: 'input', on: 'remarks' }],
    'Kowalski',
  ],
  [
    'a password',
    '<label>Password <input id=secret type=password></label>',
    (page) => type(page, '#secret', 'correct horse'),
    [{ kind: 'input', on: 'secret' }],
    'correct horse',
  ],
  [
    'a date typed',
    '<label>Start <input id=start type=date></label>',
    async (page) => {
      await page.focus('#start');
      await page.keyboard.type('03122026');
    },
    [{ kind: 'input', on: 'start' }],
    '2026-',
  ],
  [
    'a number by arrow keys',
    '<label>Amount <input id=amount type=number value=1></label>',
    async (page) => {
      await page.focus('#amount');
      for (const _ of 'abc') await page.keyboard.press('ArrowUp');
    },
    [{ kind: 'input', on: 'amount' }],
  ],
  [
    'a slider by keys',
    '<label>Volume <input id=volume type=range></label>',
    async (page) => {
      await page.focus('#volume');
      for (const _ of 'abcd') await page.keyboard.press('ArrowRight');
    },
    [{ kind: 'input', on: 'volume' }],
  ],
  [
    'a slider by the pointer',
    '<label>Volume <input id=volume type=range style="width:200px"></label>',
    async (page) => {
      const box = (await page.locator('#volume').boundingBox())!;
      await page.mouse.move(box.x + 100, box.y + 8);
      await page.mouse.down();
      await page.mouse.move(box.x + 160, box.y + 8, { steps: 6 });
      await page.mouse.up();
    },
    [{ kind: 'input', on: 'volume' }],
  ],
  [
    'an editor',
    '<div id=body contenteditable role=textbox aria-multiline=true aria-label=Message style="width:300px;height:80px;border:1px solid"></div>',
    (page) => type(page, '#body', 'Dear Kowalski'),
    [{ kind: 'input', on: 'body' }],
    'Kowalski',
  ],
  [
    'the inner field of a component',
    '<x-field label=Subject></x-field><script>customElements.define("x-field",class extends HTMLElement{connectedCallback(){this.attachShadow({mode:"open"}).innerHTML="<label>Subject <input id=inner></label>"}})</script>',
    (page) => type(page, 'x-field >> input', 'Kowalski'),
    [{ kind: 'input', on: 'inner' }],
    'Kowalski',
  ],
  [
    'a name that repeats what was typed',
    '<label>Name <input id=name oninput="greet.textContent=\'Invite \'+value"></label><button id=greet>Invite</button>',
    async (page) => {
      await type(page, '#name', 'Kowalski');
      await page.click('#greet');
    },
    [
      { kind: 'input', on: 'name' },
      { kind: 'click', on: 'greet' },
    ],
    'Kowalski',
  ],
  [
    'a field on a page whose title, address and heading are data',
    {
      '/customers/kowalski?mail=jan@example.org':
        '<title>Jan Kowalski</title><h1>Jan Kowalski</h1><label>Subject <input id=subject></label>',
    },
    (page) => type(page, '#subject', 'x'),
    [{ kind: 'input', on: 'subject' }],
    'owalski',
    'jan@example.org',
  ],
];

export const fields = samplesOf(rows);
