import type { Page } from 'playwright-core';
import type { ExpectedStep, SampleAct } from '../sample-act.ts';

/** Ids without what the app puts before those of its views. */
type Row = [
  name: string,
  app: 'orders' | 'products',
  perform: (page: Page) => Promise<unknown>,
  steps: ExpectedStep[],
  ...values: string[],
];

const at = (id: string) => `[id$="---${id}"]`;
const entry = (nth: number) => `${at('list--list-listUl')} > li.sapMLIB:nth-child(${nth})`;
const row = (page: Page, nth: number) =>
  page
    .locator(`${at('list--list-listUl')} > li.sapMLIB`)
    .nth(nth)
    .click();
const search = async (page: Page, view: string, text: string) => {
  await page.click(at(`${view}--searchField-I`));
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
};
const searched = (view: string): ExpectedStep[] => [
  { kind: 'input', on: `${view}--searchField-I` },
  { kind: 'press-key', on: `${view}--searchField-I` },
];
const inDialog = (id: string): ExpectedStep => ({ kind: 'click', on: `list--viewSettingsDialog-${id}` });
const openSort: ExpectedStep = { kind: 'click', on: 'list--sortButton' };
/** Entries of the list lead on: they are no options. */
const opened: ExpectedStep = { kind: 'click', on: 'second-order' };
const accept = (page: Page) => page.click(at('list--viewSettingsDialog-acceptbutton'));

const rows: Row[] = [
  ['orders: Enter in the search', 'orders', (page) => search(page, 'list', 'Birch'), searched('list'), 'Birch'],
  [
    'orders: the search by its button',
    'orders',
    async (page) => {
      await page.click(at('list--searchField-I'));
      await page.keyboard.type('Birch');
      await page.click(at('list--searchField-search'));
    },
    [
      { kind: 'input', on: 'list--searchField-I' },
      { kind: 'click', on: 'list--searchField-search' },
    ],
    'Birch',
  ],
  ['orders: an order is opened', 'orders', (page) => row(page, 1), [opened], 'Tools', 'Lyon'],
  [
    'orders: an order is searched for and opened',
    'orders',
    async (page) => {
      await search(page, 'list', 'Birch');
      await page.waitForFunction(() => !/Alder/.test(document.body.innerText));
      await row(page, 0);
    },
    [...searched('list'), { kind: 'click', on: 'first-order' }],
    'Birch',
  ],
  [
    'orders: an order over the whole window',
    'orders',
    async (page) => {
      await row(page, 1);
      await page.click(at('detail--enterFullScreen-button'));
    },
    [opened, { kind: 'click', on: 'detail--enterFullScreen-button' }],
    'Tools',
    'Lyon',
  ],
  [
    'orders: the details are closed',
    'orders',
    async (page) => {
      await row(page, 1);
      await page.click(at('detail--closeColumn-button'));
    },
    [opened, { kind: 'click', on: 'detail--closeColumn-button' }],
    'Tools',
    'Lyon',
  ],
  [
    'orders: the settings of the list, accepted as they are',
    'orders',
    async (page) => {
      await page.click(at('list--sortButton'));
      await accept(page);
    },
    [openSort, inDialog('acceptbutton')],
  ],
  [
    'orders: the list in another order',
    'orders',
    async (page) => {
      await page.click(at('list--sortButton'));
      await page
        .locator(`${at('list--viewSettingsDialog-sortlist-listUl')} > li`)
        .nth(1)
        .click();
      await accept(page);
    },
    [openSort, { kind: 'choose', on: 'list--viewSettingsDialog-sortlist-listUl' }, inDialog('acceptbutton')],
  ],
  [
    'orders: the settings of the list, cancelled',
    'orders',
    async (page) => {
      await page.click(at('list--filterButton'));
      await page.click(at('list--viewSettingsDialog-cancelbutton'));
    },
    [{ kind: 'click', on: 'list--filterButton' }, inDialog('cancelbutton')],
  ],
  ['products: Enter in the search', 'products', (page) => search(page, 'worklist', 'Laptop'), searched('worklist'), 'Laptop'],
  [
    'products: a product is opened',
    'products',
    (page) => page.click(at('worklist--table-0')),
    [{ kind: 'click', on: 'worklist--table-0' }],
    'bearing',
  ],
];

const READY = { orders: `${at('list--list-listUl')} > li.sapMLIB`, products: at('worklist--table-0') };

export const ordersApp: readonly SampleAct[] = rows.map(([name, app, perform, steps, ...values]) => ({
  name,
  pages: {},
  marks: { 'first-order': entry(1), 'second-order': entry(2) },
  path: `/${app}/index.html`,
  ready: READY[app],
  idOf: (id) => id.replace(/^.*---/, ''),
  perform: async (page) => void (await perform(page)),
  steps,
  values,
}));
