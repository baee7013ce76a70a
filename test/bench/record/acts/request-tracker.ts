import type { Page } from 'playwright-core';
import { type AppActRow, samplesIn } from '../app-samples.ts';

const selectOf = (name: string) => `.bootstrap-select:has(select[name=${name}]) > button`;
const marks = {
  search: 'input[name=q]',
  subject: 'input[name=Subject][size]',
  queue: '.bootstrap-select:has(select.select-queue[name=Queue]) > button',
  create: 'input[name=SubmitTicket]',
  ticket: 'span > a[href="/Ticket/Display.html?id=10"]',
  status: selectOf('Status'),
  owner: selectOf('Owner'),
  units: selectOf('UpdateTimeWorked-TimeUnits'),
  worked: 'input[name=UpdateTimeWorked]',
  editor: 'body.cke_editable',
  bold: '.cke_button__bold',
};

const UPDATE = '/Ticket/Update.html?id=1&Action=Comment';
const DISPLAY = '/Ticket/Display.html?id=1';
const choose = async (page: Page, control: string, entry: string) => {
  await page.locator(control).filter({ visible: true }).first().click();
  await page.locator('.dropdown-menu.show .dropdown-item', { hasText: entry }).first().click();
};
const type = async (page: Page, control: string, text: string) => {
  await page.click(control);
  await page.keyboard.type(text);
};

const rows: AppActRow[] = [
  [
    'RT: Enter in the search',
    '/',
    async (page) => {
      await type(page, marks.search, 'Projector');
      await page.keyboard.press('Enter');
    },
    [
      { kind: 'input', on: 'search' },
      { kind: 'press-key', on: 'search' },
    ],
    'Projector',
  ],
  [
    'RT: a ticket of a list',
    '/',
    (page) => page.locator(marks.ticket).first().click(),
    [{ kind: 'click', on: 'ticket' }],
    'Badge',
  ],
  [
    'RT: a ticket with a subject in a queue',
    '/',
    async (page) => {
      await type(page, marks.subject, 'Kowalski cannot print');
      await choose(page, marks.queue, 'Computers');
      await page.click(marks.create);
    },
    [
      { kind: 'input', on: 'subject' },
      { kind: 'choose', on: 'queue' },
      { kind: 'click', on: 'create' },
    ],
    'Kowalski',
  ],
  [
    'RT: an entry of a menu that opens by pointing',
    DISPLAY,
    async (page) => {
      await page.hover('#page-actions');
      await page.click('#page-actions-comment');
    },
    [
      { kind: 'hover', on: 'page-actions' },
      { kind: 'click', on: 'page-actions-comment' },
    ],
  ],
  [
    'RT: an entry of a menu that was pressed',
    DISPLAY,
    async (page) => {
      await page.click('#page-actions');
      await page.click('#page-actions-resolve');
    },
    [
      { kind: 'click', on: 'page-actions' },
      { kind: 'click', on: 'page-actions-resolve' },
    ],
  ],
  ['RT: another page of a ticket', DISPLAY, (page) => page.click('#page-people'), [{ kind: 'click', on: 'page-people' }]],
  [
    'RT: a date from a calendar',
    DISPLAY,
    async (page) => {
      await page.click('#NewReminder-Due');
      await page.locator('.ui-datepicker-calendar a', { hasText: /^15$/ }).click();
    },
    [{ kind: 'choose', on: 'NewReminder-Due' }],
  ],
  ['RT: a status', UPDATE, (page) => choose(page, marks.status, 'stalled'), [{ kind: 'choose', on: 'status' }]],
  ['RT: an owner', UPDATE, (page) => choose(page, marks.owner, 'alice'), [{ kind: 'choose', on: 'owner' }], 'alice', 'Alice'],
  [
    'RT: a status by keys',
    UPDATE,
    async (page) => {
      await page.focus(marks.status);
      for (const key of ['Enter', 'ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
    },
    [{ kind: 'choose', on: 'status' }],
  ],
  [
    'RT: time worked, and its unit',
    UPDATE,
    async (page) => {
      await type(page, marks.worked, '4711');
      await choose(page, marks.units, 'Hours');
    },
    [
      { kind: 'input', on: 'worked' },
      { kind: 'choose', on: 'units' },
    ],
    '4711',
  ],
  [
    'RT: a comment in an editor in a frame',
    UPDATE,
    async (page) => {
      await page.frameLocator('.cke_wysiwyg_frame').locator('body').click();
      await page.keyboard.type('Kowalski');
    },
    [{ kind: 'input', on: 'editor' }],
    'Kowalski',
  ],
  ['RT: a button of the editor', UPDATE, (page) => page.click(marks.bold), [{ kind: 'click', on: 'bold' }]],
  [
    'RT: a preference by its label',
    '/Prefs/Other.html',
    (page) => page.click('label[for="QuoteFolding-yes"]'),
    [{ kind: 'radio', on: 'QuoteFolding-yes' }],
  ],
];

export const requestTracker = samplesIn(
  rows,
  { marks, ready: { [UPDATE]: '.cke_wysiwyg_frame', '/Prefs/Other.html': 'label[for="QuoteFolding-yes"]' } },
  marks.search,
);
