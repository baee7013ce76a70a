import type { Page } from 'playwright-core';
import { type AppActRow, samplesIn } from '../app-samples.ts';

const marks = {
  cancel: '.pf-c-modal-box__footer .pf-m-link',
  'by-name': 'thead th:nth-child(2) > button',
  maria: 'a[href="#/maria"]',
  find: 'input[placeholder^="Search for name"]',
  'maria-actions': 'tr:has(a[href="#/maria"]) button[aria-label=Actions]',
  edit: 'li:first-child > .pf-c-dropdown__menu-item',
  services: 'nav a[href="/system/services"]',
  menu: 'nav input[aria-label="Search input"], #hosts-sel input[aria-label="Search input"], input[aria-label="Search input"][placeholder=Search]',
};

/** Every page of the console is a frame of its shell. */
const users = (page: Page) => page.frameLocator('iframe[name$="/users"]');
const create: { kind: 'click'; on: string } = { kind: 'click', on: 'accounts-create' };
const type = async (page: Page, on: string, text: string) => {
  await users(page).locator(on).click();
  await page.keyboard.type(text);
};

const rows: AppActRow[] = [
  [
    'Cockpit: a dialog that is cancelled',
    '/users',
    async (page) => {
      await users(page).locator('#accounts-create').click();
      await users(page).locator(marks.cancel).click();
    },
    [create, { kind: 'click', on: 'cancel' }],
  ],
  [
    'Cockpit: a new account, without its end',
    '/users',
    async (page) => {
      await users(page).locator('#accounts-create').click();
      await type(page, '#accounts-create-real-name', 'Noah Kowalski');
      await type(page, '#accounts-create-password-pw1', 'Quarry-47-lantern');
      await type(page, '#accounts-create-password-pw2', 'Quarry-47-lantern');
    },
    [
      create,
      { kind: 'input', on: 'accounts-create-real-name' },
      { kind: 'input', on: 'accounts-create-password-pw1' },
      { kind: 'input', on: 'accounts-create-password-pw2' },
    ],
    'Kowalski',
    'Quarry',
  ],
  [
    'Cockpit: a table in another order',
    '/users',
    (page) => users(page).locator(marks['by-name']).first().click(),
    [{ kind: 'click', on: 'by-name' }],
  ],
  [
    'Cockpit: an account is opened',
    '/users',
    (page) => users(page).locator(marks.maria).click(),
    [{ kind: 'click', on: 'maria' }],
    'maria',
  ],
  ['Cockpit: accounts are searched', '/users', (page) => type(page, marks.find, 'mari'), [{ kind: 'input', on: 'find' }], 'mari'],
  [
    'Cockpit: the menu of a row',
    '/users',
    async (page) => {
      await users(page).locator(marks['maria-actions']).click();
      await users(page).locator(marks.edit).click();
    },
    [
      { kind: 'click', on: 'maria-actions' },
      { kind: 'click', on: 'edit' },
    ],
    'maria',
  ],
  [
    'Cockpit: a part that opens',
    '/users',
    (page) => users(page).locator('#groups-view-toggle').click(),
    [{ kind: 'click', on: 'groups-view-toggle' }],
  ],
  ['Cockpit: another page', '/users', (page) => page.click(marks.services), [{ kind: 'click', on: 'services' }]],
  [
    'Cockpit: the menu of pages is searched',
    '/users',
    async (page) => {
      await page.locator(marks.menu).first().click();
      await page.keyboard.type('serv');
      await page.click(marks.services);
    },
    [
      { kind: 'input', on: 'menu' },
      { kind: 'click', on: 'services' },
    ],
  ],
  ['Cockpit: the menu of the session', '/users', (page) => page.click('#toggle-menu'), [{ kind: 'click', on: 'toggle-menu' }]],
];

export const cockpit = samplesIn(rows, { marks, ready: {} }, 'iframe[name$="/users"]');
