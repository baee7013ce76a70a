import { type ActRow, samplesOf } from '../sample-act.ts';

const status = '<label>Status <select id=state><option>Draft<option>Open<option>Closed</select></label><button>Save</button>';
const customer = '<label>Customer <select id=customer><option>-<option>Ada Lovelace<option>Grace Hopper</select></label>';
const combobox = `<label id=l>Customer</label><input id=customer role=combobox aria-labelledby=l aria-controls=popup aria-expanded=false
  onfocus="popup.hidden=false;this.setAttribute('aria-expanded',true)">
  <ul id=popup role=listbox hidden>
    <li id=ada role=option onpointerdown="event.preventDefault()" onclick="customer.value=textContent;popup.hidden=true">Ada Lovelace</li>
    <li id=grace role=option onpointerdown="event.preventDefault()" onclick="customer.value=textContent;popup.hidden=true">Grace Hopper</li></ul>`;
const buttonList = `<button id=state aria-haspopup=listbox onclick="popup.hidden=false">Draft</button>
  <ul id=popup role=listbox hidden><li id=open role=option onmousedown="state.textContent='Open';popup.remove()">Open</li><li role=option>Closed</li></ul>`;
const calendar = `<label>Start <input id=start onclick="days.hidden=false"></label><div id=days hidden><button id=next>Next month</button>
  <table role=grid><tr><td><button onclick="start.value='11.12.2026';days.hidden=true">11</button><td><button id=day onclick="start.value='12.12.2026';days.hidden=true">12</button></table></div>`;
const iconCalendar = `<div><input id=start aria-label=Start><button id=icon aria-label="Open calendar" onclick="days.hidden=false">C</button></div><div id=days hidden>
  <button id=day onclick="start.value='12.12.2026';days.hidden=true">12</button></div>`;

const rows: ActRow[] = [
  [
    'a native list by keys',
    status,
    async (page) => {
      await page.focus('#state');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
    },
    [{ kind: 'choose', on: 'state' }],
  ],
  [
    'a native list whose options are people',
    customer,
    async (page) => {
      await page.focus('#customer');
      await page.keyboard.type('Grace');
    },
    [{ kind: 'choose', on: 'customer' }],
    'Grace',
    'Hopper',
  ],
  [
    'a combobox, an option by the pointer',
    combobox,
    async (page) => {
      await page.click('#customer');
      await page.click('#grace');
    },
    [{ kind: 'choose', on: 'customer' }],
    'Hopper',
    'Lovelace',
  ],
  [
    'a combobox, typing and then an option',
    combobox,
    async (page) => {
      await page.click('#customer');
      await page.keyboard.type('Gra');
      await page.click('#grace');
    },
    [{ kind: 'choose', on: 'customer' }],
    'Hopper',
    'Gra"',
  ],
  [
    'a combobox by keys',
    `<label id=l>Customer</label><input id=customer role=combobox aria-labelledby=l aria-controls=popup aria-expanded=false
    onkeydown="if(event.key==='ArrowDown'){popup.hidden=false;this.setAttribute('aria-expanded',true);this.setAttribute('aria-activedescendant','ada')}if(event.key==='Enter'){this.value='Ada Lovelace';popup.hidden=true;this.setAttribute('aria-expanded',false)}">
    <ul id=popup role=listbox hidden><li id=ada role=option>Ada Lovelace</li></ul>`,
    async (page) => {
      await page.focus('#customer');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
    },
    [{ kind: 'choose', on: 'customer' }],
    'Lovelace',
  ],
  [
    'a button with a list, which is gone before the click',
    buttonList,
    async (page) => {
      await page.click('#state');
      await page.click('#open', { noWaitAfter: true });
    },
    [{ kind: 'choose', on: 'state' }],
  ],
  [
    'a list that stands by itself',
    `<ul id=views role=listbox aria-label=Views><li id=a role=option aria-selected=false onclick="setAttribute('aria-selected',true)">Open</li><li id=b role=option>Closed</li></ul>`,
    (page) => page.click('#a'),
    [{ kind: 'choose', on: 'views' }],
  ],
  [
    'a date from a calendar that the field opens',
    calendar,
    async (page) => {
      await page.click('#start');
      await page.click('#next');
      await page.click('#day');
    },
    [{ kind: 'choose', on: 'start' }],
    '12.12.2026',
  ],
  [
    'a date from a calendar that a button beside the field opens',
    iconCalendar,
    async (page) => {
      await page.click('#icon');
      await page.click('#day');
    },
    [{ kind: 'choose', on: 'start' }],
    '12.12.2026',
  ],
  [
    'a menu, whose entries are commands',
    `<button id=actions aria-haspopup=menu onclick="menu.hidden=false">Actions</button><div id=menu role=menu hidden><div id=copy role=menuitem onclick="menu.hidden=true">Copy</div></div>`,
    async (page) => {
      await page.click('#actions');
      await page.click('#copy');
    },
    [
      { kind: 'click', on: 'actions' },
      { kind: 'click', on: 'copy' },
    ],
  ],
  [
    'a checkbox by its label',
    '<label id=l><input id=urgent type=checkbox> Urgent</label>',
    (page) => page.click('#l', { position: { x: 40, y: 8 } }),
    [{ kind: 'check', on: 'urgent', state: 'on' }],
  ],
  [
    'a checkbox',
    '<label><input id=urgent type=checkbox checked> Urgent</label>',
    (page) => page.click('#urgent'),
    [{ kind: 'check', on: 'urgent', state: 'off' }],
  ],
  [
    'a checkbox by the space bar',
    '<label><input id=urgent type=checkbox> Urgent</label>',
    async (page) => {
      await page.focus('#urgent');
      await page.keyboard.press('Space');
    },
    [{ kind: 'check', on: 'urgent', state: 'on' }],
  ],
  [
    'a checkbox that is flipped twice',
    '<label><input id=urgent type=checkbox> Urgent</label>',
    async (page) => {
      await page.click('#urgent');
      await page.click('#urgent');
    },
    [],
  ],
  [
    'a checkbox that is flipped three times',
    '<label><input id=urgent type=checkbox> Urgent</label>',
    async (page) => {
      for (const _ of 'abc') await page.click('#urgent');
    },
    [{ kind: 'check', on: 'urgent', state: 'on' }],
  ],
  [
    'a checkbox that is drawn by its label alone',
    '<style>#urgent{position:absolute;opacity:0;pointer-events:none}</style><label id=l><input id=urgent type=checkbox> <span id=box>Urgent</span></label>',
    (page) => page.click('#box'),
    [{ kind: 'check', on: 'urgent', state: 'on' }],
  ],
  [
    'a switch by its role',
    `<div id=dark role=switch aria-checked=false tabindex=0 onclick="setAttribute('aria-checked',getAttribute('aria-checked')==='true'?'false':'true')">Dark mode</div>`,
    (page) => page.click('#dark'),
    [{ kind: 'check', on: 'dark', state: 'on' }],
  ],
  [
    'a switch that the app refuses',
    '<label><input id=urgent type=checkbox onclick="event.preventDefault()"> Urgent</label>',
    (page) => page.click('#urgent'),
    [],
  ],
  [
    'a radio button',
    '<label><input id=a type=radio name=r checked> Small</label><label><input id=b type=radio name=r> Large</label>',
    (page) => page.click('#b'),
    [{ kind: 'radio', on: 'b' }],
  ],
  [
    'radio buttons by arrow keys',
    '<label><input id=a type=radio name=r checked> Small</label><label><input id=b type=radio name=r> Medium</label><label><input id=c type=radio name=r> Large</label>',
    async (page) => {
      await page.focus('#a');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
    },
    [{ kind: 'radio', on: 'c' }],
  ],
];

export const choices = samplesOf(rows);
