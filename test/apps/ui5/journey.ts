import type { AppJourney } from '../app-journey.ts';
import { gone } from '../pressing.ts';
import type { Control, Visit } from '../real-app.ts';
import { recipe } from './recipe.ts';

const byId = (id: string) => `document.getElementById(${JSON.stringify(id)})`;
const orders = 'container-sample.orders---';
const products = 'container-sample.products---';

export const controls = {
  search: byId(`${orders}list--searchField-I`),
  filter: byId(`${orders}list--filterButton`),
  sort: byId(`${orders}list--sortButton`),
  thirdOrder: `document.querySelectorAll('[id="${orders}list--list-listUl"] > li.sapMLIB')[2] ?? null`,
  product: `document.querySelector('[id="${orders}detail--lineItemsList-tblHeader"] th.sapMListTblCell')`,
  fullScreen: byId(`${orders}detail--enterFullScreen-button`),
  findProduct: byId(`${products}worklist--searchField-I`),
  price: byId(`${products}worklist--unitNumberColumn`),
  firstProduct: `document.querySelector('[id="${products}worklist--table"] tr.sapMLIB')`,
  share: byId(`${products}object--shareEmail-button`),
};

const sortByTotal = `([...document.querySelectorAll('.sapMDialogOpen li.sapMSLI')].find((item) => item.innerText.trim() === 'Sort By Total') ?? null)`;

const dialogButton = `([...document.querySelectorAll('.sapMDialogOpen .sapMDialogFooter button')].filter(({ offsetWidth }) => offsetWidth > 40).at(-1) ?? null)`;

const account = `document.getElementById('account')`;

const detailView = /^\/orders\/view\/Detail\.view\.xml/;

const dialogOk = `([...document.querySelectorAll('.sapMDialogOpen .sapMDialogFooter button')].find((button) => button.innerText.trim() === 'OK') ?? null)`;

async function signIn(visit: Visit): Promise<void> {
  await visit.press(account);
  await visit.type('mara');
  await visit.key('Tab');
  await visit.type('sample');
  await visit.key('Enter');
  await visit.box(`location.pathname === '/sign-in' ? null : document.querySelector('.sapUiBody')`);
}

const signedOut = `location.pathname === '/sign-in'`;

async function open(visit: Visit, path: string): Promise<void> {
  await visit.go(path);
  if (await visit.asks<boolean>(signedOut)) await signIn(visit);
}

async function openDialog(visit: Visit, path: string, control: Control): Promise<void> {
  await open(visit, path);
  await visit.press(control);
  await visit.box(dialogButton);
}

export const journey: AppJourney = {
  name: 'ui5',
  recipe,
  languages: ['en', 'de', 'ar'],
  enter: async (visit) => {
    await open(visit, '/orders/index.html');
    await visit.box(controls.search);
    await visit.box(controls.thirdOrder);
  },
  endSession: async (visit) => {
    await visit.go('/sign-out');
  },
  signIn,
  tips: [
    { id: 'filter-by-total', reach: async () => {}, control: controls.filter },
    { id: 'search-by-customer', reach: async () => {}, control: controls.search },
    { id: 'price-today', reach: (visit) => open(visit, '/products/index.html'), control: controls.price },
  ],
  walk: {
    id: 'check-an-order',
    steps: [
      {
        id: 'search',
        control: controls.search,
        act: async (visit) => {
          await visit.press(controls.search);
          await visit.type('a');
          await visit.key('Enter');
        },
      },
      { id: 'open', act: (visit) => visit.press(controls.thirdOrder) },
      { id: 'items', control: controls.product },
      { id: 'widen', control: controls.fullScreen, act: (visit) => visit.press(controls.fullScreen) },
      {
        id: 'find-product',
        arrivesBy: 'go',
        control: controls.findProduct,
        act: async (visit) => {
          await visit.press(controls.findProduct);
          await visit.type('Laptop');
          await visit.key('Enter');
        },
      },
      { id: 'open-product', act: (visit) => visit.press(controls.firstProduct) },
      { id: 'share', control: controls.share },
    ],
    outcome: `/^#\\/Products\\/./.test(location.hash)`,
  },
  shown: {
    title: 'Find the largest order of a customer',
    begin: '/orders/index.html',
    acts: [
      { control: controls.sort, recorded: 'Sort', act: (visit) => visit.press(controls.sort) },
      { control: sortByTotal, recorded: 'row', act: (visit) => visit.press(sortByTotal) },
      {
        control: dialogOk,
        recorded: 'OK',
        act: async (visit) => {
          await visit.press(dialogOk);
          await gone(visit, `document.querySelector('.sapMDialogOpen')`);
        },
      },
      {
        control: controls.search,
        recorded: 'Search',
        act: async (visit) => {
          await visit.press(controls.search);
          await visit.type('Birch');
          await visit.key('Enter');
        },
      },
      { recorded: 'row', act: (visit) => visit.press(controls.thirdOrder) },
      {
        control: controls.fullScreen,
        recorded: 'button',
        written: 'Full Screen',
        act: (visit) => visit.press(controls.fullScreen),
      },
    ],
    outcome: `/^#\\/Orders\\/./.test(location.hash) && document.getElementById('${orders}detail--exitFullScreen-button') !== null`,
    entered: ['Birch'],
    signIn: [
      { fill: { role: 'textbox', name: 'Account' }, with: 'mara' },
      { fill: { role: 'textbox', name: 'Password' }, with: 'sample' },
      { click: { role: 'button', name: 'Sign in' } },
      { wait: { role: 'button', name: 'Sort' } },
    ],
    release: {
      changes: [
        { path: detailView, from: '<semantic:fullScreenAction>', to: '<!--' },
        { path: detailView, from: '</semantic:fullScreenAction>', to: '-->' },
      ],
      lost: 5,
    },
  },
  controls: {
    // Reached as on a first visit: an address that differs in its hash alone loads nothing.
    pages: [
      { reach: (visit) => open(visit, '/orders/index.html?'), many: 4 },
      {
        reach: async (visit) => {
          await open(visit, '/orders/index.html?a');
          await visit.press(controls.thirdOrder);
          await visit.box(controls.product);
        },
        many: 9,
      },
      { reach: (visit) => openDialog(visit, '/orders/index.html?b', controls.sort), many: 7 },
      { reach: (visit) => openDialog(visit, '/orders/index.html?c', controls.filter), many: 5 },
      { reach: (visit) => open(visit, '/products/index.html'), many: 5 },
    ],
    passing: '__|-clone',
  },
  tasks: [
    {
      task: 'find and open an order',
      act: async (visit) => {
        await visit.press(controls.search);
        await visit.type('Birch');
        await visit.key('Enter');
        await visit.press(controls.thirdOrder);
        await visit.press(controls.fullScreen);
      },
    },
    {
      task: 'set filter and order of the list',
      act: async (visit) => {
        await visit.go('/orders/index.html?again');
        for (const control of [controls.filter, controls.sort]) {
          await visit.press(control);
          await visit.press(dialogButton);
          await gone(visit, `document.querySelector('.sapMDialogOpen')`);
        }
      },
    },
    {
      task: 'find and open a product',
      act: async (visit) => {
        await visit.go('/products/index.html');
        await visit.press(controls.findProduct);
        await visit.type('Laptop');
        await visit.key('Enter');
        await visit.press(controls.firstProduct);
        await visit.box(controls.share);
      },
    },
  ],
  explained: {},
  interruptions: {
    search: ['reload'],
    items: ['worker stopped'],
    widen: ['back'],
    'find-product': ['control missing'],
    'open-product': ['session over'],
    share: ['second tab'],
  },
};
