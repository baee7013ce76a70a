import type { AppJourney } from '../app-journey.ts';
import type { Visit } from '../real-app.ts';
import { recipe } from './recipe.ts';

const css = (selector: string) => `document.querySelector(${JSON.stringify(selector)})`;

export const controls = {
  orders: css('nav a[href="/admin/orders"]'),
  draft: css('a[href="/admin/orders/draft/create"]'),
  find: css('button.toggle-search-filter-row'),
  sortByTotal: `document.querySelectorAll('tr.heading-row th')[4]?.querySelector('.sort-toggle button') ?? null`,
  firstOrder: css('vdr-data-table-2 tbody a[href^="/admin/orders/"]'),
  note: css('textarea.note'),
  addNote: css('.note-entry button.btn-secondary'),
  fulfil: css('vdr-ab-right button.primary'),
};

const words = 'Leave it at the gate';

async function signIn(visit: Visit): Promise<void> {
  await visit.press(css('#login_username'));
  await visit.type('superadmin');
  await visit.key('Tab');
  await visit.type('superadmin');
  await visit.key('Enter');
  await visit.box(controls.orders);
}

const loaded = `document.querySelector('#login_username') ?? document.querySelector('nav a[href="/admin/orders"]')`;

async function open(visit: Visit, path: string): Promise<void> {
  await visit.go(path);
  await visit.box(loaded);
  if (await visit.asks<boolean>(`document.querySelector('#login_username') !== null`)) await signIn(visit);
}

async function reachTo(visit: Visit, path: string, control: string): Promise<void> {
  await open(visit, path);
  await visit.box(control);
}

export const journey: AppJourney = {
  name: 'vendure',
  recipe,
  languages: ['en', 'de', 'ar'],
  enter: async (visit, language) => {
    await open(visit, '/admin/');
    const kept = JSON.stringify(JSON.stringify(language));
    if (await visit.asks<boolean>(`localStorage.getItem('vnd__uiLanguageCode') === ${kept}`)) return;
    await visit.asks(`localStorage.setItem('vnd__uiLanguageCode', ${kept})`);
    await open(visit, '/admin/');
  },
  endSession: async (visit) => {
    await visit.go('/admin/');
    await visit.asks(`fetch('/admin-api', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer ' + JSON.parse(localStorage.getItem('vnd__authToken')) },
      body: JSON.stringify({ query: 'mutation { logout { success } }' }),
    }).then((reply) => reply.status)`);
  },
  signIn,
  tips: [
    { id: 'begin-with-orders', reach: async () => {}, control: controls.orders },
    {
      id: 'draft',
      reach: async (visit) => {
        await open(visit, '/admin/orders');
        await visit.box(controls.draft);
      },
      control: controls.draft,
    },
    { id: 'find', reach: async () => {}, control: controls.find },
  ],
  walk: {
    id: 'note-on-an-order',
    steps: [
      { id: 'orders', control: controls.orders, act: (visit) => visit.press(controls.orders) },
      { id: 'sort', control: controls.sortByTotal, act: (visit) => visit.press(controls.sortByTotal) },
      { id: 'open', act: (visit) => visit.press(controls.firstOrder) },
      {
        id: 'note',
        control: controls.note,
        act: async (visit) => {
          await visit.press(controls.note);
          await visit.type(words);
          await visit.key('Tab');
        },
      },
      { id: 'add', control: controls.addNote, act: (visit) => visit.press(controls.addNote) },
      { id: 'fulfil', control: controls.fulfil },
    ],
    outcome: `[...document.querySelectorAll('vdr-timeline-entry')].some((entry) => entry.innerText.includes('${words}'))`,
  },
  shown: {
    title: 'Note down what a customer said',
    begin: '/admin/',
    acts: [
      { control: controls.orders, recorded: 'Orders', act: (visit) => visit.press(controls.orders) },
      {
        control: controls.sortByTotal,
        recorded: 'button',
        act: async (visit) => {
          await visit.box(controls.firstOrder);
          await visit.press(controls.sortByTotal);
        },
      },
      { recorded: 'link', act: (visit) => visit.press(controls.firstOrder) },
      {
        control: controls.note,
        recorded: 'field',
        act: async (visit) => {
          await visit.press(controls.note);
          await visit.type(words);
          await visit.key('Tab');
        },
      },
      { control: controls.addNote, recorded: 'button', written: 'Add note', act: (visit) => visit.press(controls.addNote) },
    ],
    outcome: `[...document.querySelectorAll('vdr-timeline-entry')].some((entry) => entry.innerText.includes('${words}'))`,
    entered: [words],
    signIn: [
      { fill: { role: 'textbox', name: 'Username' }, with: 'superadmin' },
      { fill: { role: 'textbox', name: 'Password' }, with: 'superadmin' },
      { click: { role: 'button', name: 'Log in' } },
      { wait: { role: 'link', name: 'Orders' } },
    ],
    release: {
      changes: [{ path: /^\/admin\/i18n-messages\/en\.json/, from: '"Add note"', to: '"Save remark"' }],
      lost: 4,
    },
  },
  controls: {
    pages: [
      { reach: (visit) => reachTo(visit, '/admin/orders', controls.draft), many: 12 },
      { reach: (visit) => reachTo(visit, '/admin/catalog/products', css('a[href="/admin/catalog/products/create"]')), many: 10 },
      { reach: (visit) => reachTo(visit, '/admin/orders/5', controls.addNote), many: 8 },
    ],
    passing: '^clr-|\\\\d{4,}',
  },
  tasks: [
    {
      task: 'sort the orders and open one',
      act: async (visit) => {
        await visit.press(controls.orders);
        await visit.press(controls.sortByTotal);
        await visit.press(controls.sortByTotal);
        await visit.press(controls.firstOrder);
        await visit.box(controls.addNote);
      },
    },
    {
      task: 'leave a note',
      act: async (visit) => {
        await visit.press(controls.note);
        await visit.type(words);
        await visit.press(controls.addNote);
      },
    },
    {
      task: 'begin a new product',
      act: async (visit) => {
        await visit.press(css('nav a[href="/admin/catalog/products"]'));
        await visit.press(css('a[href="/admin/catalog/products/create"]'));
        await visit.press(css('#name'));
        await visit.type('Desk lamp');
        await visit.key('Tab');
      },
    },
  ],
  explained: {},
  interruptions: {
    orders: ['reload'],
    sort: ['control missing'],
    open: ['worker stopped'],
    note: ['session over'],
    add: ['second tab'],
    fulfil: ['back'],
  },
};
