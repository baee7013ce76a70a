import type { Page } from 'playwright-core';
import { type AppActRow, samplesIn } from '../app-samples.ts';

const marks = {
  'by-total': 'tr.heading-row th:nth-child(5) .sort-toggle button',
  order: 'vdr-data-table-2 tbody tr:first-child a[href^="/admin/orders/"]',
  products: 'nav a[href="/admin/catalog/products"]',
  filters: '.toggle-search-filter-row',
  find: '.search-wrapper input',
  row: 'vdr-data-table-2 tbody tr:first-child input[type=checkbox]',
  columns: 'button[title="Select table columns"]',
  me: '.user-menu-btn',
  profile: 'a[href="/admin/settings/profile"]',
  note: 'textarea.note',
  'add-note': '.note-entry button.btn-secondary',
  private: '.note-entry ~ * input[type=checkbox], .note-entry input[type=checkbox], .visibility-select input[type=checkbox]',
  enabled: 'input[role=switch]',
  editor: '.ProseMirror',
  start: 'vdr-datetime-picker[formcontrolname=startsAt] .selected-datetime',
  calendar: 'vdr-datetime-picker[formcontrolname=startsAt] .calendar-button',
  condition: 'button.btn-outline[vdrdropdowntrigger]',
};

const ORDERS = '/admin/orders';
const ORDER = '/admin/orders/5';
const PRODUCT = '/admin/catalog/products/create';
const PROMOTION = '/admin/marketing/promotions/create';
const type = async (page: Page, on: string, text: string) => {
  await page.click(on);
  await page.keyboard.type(text);
};

const rows: AppActRow[] = [
  ['Vendure: a table in another order', ORDERS, (page) => page.click(marks['by-total']), [{ kind: 'click', on: 'by-total' }]],
  ['Vendure: an order is opened', ORDERS, (page) => page.click(marks.order), [{ kind: 'click', on: 'order' }]],
  ['Vendure: another page', ORDERS, (page) => page.click(marks.products), [{ kind: 'click', on: 'products' }]],
  [
    'Vendure: orders are searched',
    ORDERS,
    async (page) => {
      await page.click(marks.filters);
      await type(page, marks.find, 'Farid');
    },
    [
      { kind: 'click', on: 'filters' },
      { kind: 'input', on: 'find' },
    ],
    'Farid',
  ],
  [
    'Vendure: a row is ticked',
    ORDERS,
    (page) => page.locator(marks.row).click({ force: true }),
    [{ kind: 'check', on: 'row', state: 'on' }],
  ],
  ['Vendure: the choice of columns', ORDERS, (page) => page.click(marks.columns), [{ kind: 'click', on: 'columns' }]],
  [
    'Vendure: an entry of a menu',
    ORDERS,
    async (page) => {
      await page.click(marks.me);
      await page.click(marks.profile);
    },
    [
      { kind: 'click', on: 'me' },
      { kind: 'click', on: 'profile' },
    ],
  ],
  [
    'Vendure: a note on an order',
    ORDER,
    async (page) => {
      await type(page, marks.note, 'Leave it with Kowalski');
      await page.click(marks['add-note']);
    },
    [
      { kind: 'input', on: 'note' },
      { kind: 'click', on: 'add-note' },
    ],
    'Kowalski',
  ],
  [
    'Vendure: a new product and its switch',
    PRODUCT,
    async (page) => {
      await type(page, '#name', 'Kowalski lamp');
      await page.locator(marks.enabled).click({ force: true });
    },
    [
      { kind: 'input', on: 'name' },
      { kind: 'check', on: 'enabled', state: 'off' },
    ],
    'Kowalski',
    'kowalski',
  ],
  [
    'Vendure: a description in an editor',
    PRODUCT,
    (page) => type(page, marks.editor, 'Kowalski'),
    [{ kind: 'input', on: 'editor' }],
    'Kowalski',
  ],
  [
    'Vendure: a date from a calendar',
    PROMOTION,
    async (page) => {
      await page.click(marks.calendar);
      await page
        .locator('.calendar-table button, .day-cell', { hasText: /^\s*15\s*$/ })
        .first()
        .click();
    },
    [{ kind: 'choose', on: 'start' }],
  ],
  [
    'Vendure: a number by typing and an arrow key',
    PROMOTION,
    async (page) => {
      await type(page, '#usageLimit', '4711');
      await page.keyboard.press('ArrowUp');
    },
    [{ kind: 'input', on: 'usageLimit' }],
    '4711',
    '4712',
  ],
  [
    'Vendure: a condition from a menu',
    PROMOTION,
    async (page) => {
      await page.locator(marks.condition).first().click();
      await page.locator('.dropdown-menu button').first().click();
    },
    [
      { kind: 'click', on: 'condition' },
      { kind: 'click', on: 'entry' },
    ],
  ],
];

const table = 'vdr-data-table-2 tbody a';
export const vendure = samplesIn(
  rows,
  {
    marks: { ...marks, entry: '.dropdown-menu button' },
    ready: { [ORDERS]: table, [ORDER]: marks.note, [PROMOTION]: '#usageLimit' },
  },
  '#name',
);
