import { expect, test } from 'vitest';
import { checkPack } from '../../../src/cli/check/check-pack.ts';
import { type GuideReport, hasFailed, summarize } from '../../../src/cli/check/check-report.ts';
import { addressBook } from '../../../src/cli/check/start-address.ts';
import { pack } from '../../../src/model/pack/pack.ts';
import { anchorsOf } from '../../../src/packs/anchors-of.ts';
import { createFakeApp, type FakePages } from './fake-app.ts';

const ORIGIN = 'https://orders.example';

const button = (name: string) => ({ role: 'button', name });
const field = (name: string) => ({ role: 'textbox', name });
const step = (id: string, more: object) => ({ id, title: id, body: id, ...more });
const walkthrough = (id: string, steps: object[], more: object = {}) => ({ kind: 'walkthrough', id, title: id, steps, ...more });
const tip = (id: string, more: object = {}) => ({ kind: 'tip', id, title: id, body: id, anchor: button(id), ...more });

const packOf = (...guides: object[]) =>
  pack.parse({ format: 'cairn/1', id: 'p', version: 1, app: 'orders', title: 'P', language: 'en', guides });

interface Options {
  mayDoRisky?: boolean;
  places?: Record<string, string>;
  values?: Record<string, string>;
}

/** Checks a pack against made-up pages, by a clock that only waiting moves on. */
async function check(guides: object[], pages: FakePages, { mayDoRisky = true, places = {}, values = {} }: Options = {}) {
  let time = 0;
  const { page, acts } = createFakeApp(ORIGIN, structuredClone(pages));
  const written = packOf(...guides);
  const reports = await checkPack(written, {
    ...{ page, addresses: addressBook(written, new URL(`${ORIGIN}/`), places), values, mayDoRisky, stepMs: 3000, language: 'en' },
    now: () => time,
    wait: async (ms) => {
      time += ms;
    },
    onProgress: () => {},
  });
  return { reports, acts, states: statesOf(reports) };
}

const statesOf = (reports: GuideReport[]): Record<string, string> =>
  Object.fromEntries(
    reports.flatMap(({ anchors }) =>
      anchors.map(({ guide, step: id, use, state }) => [[guide, id, use].filter(Boolean).join(' '), state]),
    ),
  );

const toOrder = walkthrough('order', [
  step('new', { anchor: button('New'), go: '/orders', at: '/orders', advance: { on: 'click' } }),
  step('name', { anchor: field('Name'), at: '/orders/new', advance: { on: 'input', value: { is: 'filled' } } }),
  step('save', { anchor: button('Save'), at: '/orders/new', advance: { on: 'place', to: '/orders/:id(\\d+)' } }),
  step('done', {}),
]);
const orderPages: FakePages = {
  '/orders': { New: { leadsTo: '/orders/new' } },
  '/orders/new': { Name: { kind: 'field' }, Save: { leadsTo: '/orders/17' } },
  '/orders/17': {},
};

test('a walkthrough over several pages is followed to its end, by its own acts', async () => {
  const { reports, acts, states } = await check([toOrder], orderPages);
  expect(reports[0]).toMatchObject({ outcome: 'walked' });
  expect(acts).toEqual(['go /orders', 'click New', 'enter Test in Name', 'click Save']);
  expect(states).toEqual({ 'order new control': 'found', 'order name control': 'found', 'order save control': 'found' });
  expect(reports.some(hasFailed)).toBe(false);
});

test.each(['absent', 'ambiguous', 'weak', 'hidden'] as const)(
  'a control that is %s is reported as such, and what follows is not reached',
  async (state) => {
    const pages = { ...orderPages, '/orders/new': { ...orderPages['/orders/new'], Name: { state } } };
    const { reports, states } = await check([toOrder], pages);
    expect(states).toMatchObject({ 'order name control': state, 'order save control': 'not-reached' });
    expect(reports[0]).toMatchObject({ outcome: 'stopped', reason: expect.stringContaining('Step name') });
    expect(reports.some(hasFailed)).toBe(true);
  },
);

test('what may change something for good is done only if that is allowed', async () => {
  const { reports, acts, states } = await check([toOrder], orderPages, { mayDoRisky: false });
  expect(acts).toEqual(['go /orders']);
  expect(reports[0]).toMatchObject({ outcome: 'held', reason: expect.stringContaining('--do-risky') });
  expect(states).toMatchObject({ 'order new control': 'found', 'order name control': 'not-reached' });
  expect(reports.some(hasFailed)).toBe(false);
});

test.each(['listitem', 'article', 'cell', 'generic', 'img'])(
  'a step that leads to a place of many addresses by a control of the role %s is done by pressing it',
  async (role) => {
    const guide = walkthrough('open', [
      step('row', {
        anchor: { role, name: 'Row' },
        go: '/orders',
        at: '/orders',
        advance: { on: 'place', to: '/orders/:id(\\d+)' },
      }),
      step('save', { anchor: button('Save'), at: '/orders/:id(\\d+)' }),
    ]);
    const pages: FakePages = { '/orders': { Row: { leadsTo: '/orders/17' } }, '/orders/17': { Save: {} } };
    const { reports, acts, states } = await check([guide], pages);
    expect(acts).toEqual(['go /orders', 'click Row']);
    expect(states).toEqual({ 'open row control': 'found', 'open save control': 'found' });
    expect(reports[0]).toMatchObject({ outcome: 'walked' });
  },
);

test('harmless acts are done without being allowed', async () => {
  const pages: FakePages = {
    ...orderPages,
    '/orders': { New: { kind: 'opens', leadsTo: '/orders/new' } },
  };
  const { acts } = await check([toOrder], pages, { mayDoRisky: false });
  expect(acts).toEqual(['go /orders', 'click New', 'enter Test in Name']);
});

test('an app that goes to another page is reported as such, with both places', async () => {
  const pages = { ...orderPages, '/orders': { New: { leadsTo: '/sign-in' } }, '/sign-in': {} };
  const { reports, states } = await check([toOrder], pages);
  expect(states).toMatchObject({ 'order name control': 'other-page' });
  expect(reports[0]?.anchors[1]?.reason).toBe('The app is at /sign-in, not at /orders/new.');
});

test('a step that only tells something is passed without its control, which is reported', async () => {
  const guide = walkthrough('tour', [step('one', { anchor: button('Gone') }), step('two', { anchor: button('Here') })]);
  const { reports, states } = await check([guide], { '/': { Here: {} } });
  expect(states).toEqual({ 'tour one control': 'absent', 'tour two control': 'found' });
  expect(reports[0]?.outcome).toBe('walked');
  expect(reports.some(hasFailed)).toBe(true);
});

test('an optional step that the app does not show is no fault', async () => {
  const guide = walkthrough('tour', [
    step('banner', { anchor: button('Accept'), optional: true, advance: { on: 'click' } }),
    step('two', { anchor: button('Here') }),
  ]);
  const { reports, states } = await check([guide], { '/': { Here: {} } });
  expect(states).toEqual({ 'tour banner control': 'not-seen', 'tour two control': 'found' });
  expect(reports.some(hasFailed)).toBe(false);
});

test('the branch whose condition holds is taken, and the other one is not reached', async () => {
  const guide = walkthrough('branch', [
    step('save', {
      anchor: button('Save'),
      advance: { on: 'click' },
      next: [{ if: { is: 'appears', anchor: button('Say why') }, to: 'why' }, { to: 'fine' }],
    }),
    step('fine', { anchor: button('Fine'), next: [{ to: 'end' }] }),
    step('why', { anchor: button('Say why') }),
  ]);
  const pages: FakePages = { '/': { Save: { shows: ['Say why'] }, Fine: {}, 'Say why': { state: 'absent' } } };
  const { states } = await check([guide], pages);
  expect(states).toEqual({
    'branch save control': 'found',
    'branch save branch 1': 'found',
    'branch fine control': 'not-reached',
    'branch why control': 'found',
  });
  const without = await check([guide], { '/': { Save: {}, Fine: {} } });
  expect(without.states).toMatchObject({ 'branch save branch 1': 'not-seen', 'branch fine control': 'found' });
  expect(without.reports.some(hasFailed)).toBe(false);
});

test('a check that does not hold stops the walkthrough with its message', async () => {
  const guide = walkthrough('checked', [
    step('save', {
      anchor: button('Save'),
      advance: { on: 'click' },
      checks: [
        { requires: { is: 'value', anchor: field('Supplier'), value: { is: 'filled' } }, message: 'The supplier is empty.' },
      ],
    }),
  ]);
  const { reports, states } = await check([guide], { '/': { Save: {}, Supplier: {} } });
  expect(states).toEqual({ 'checked save control': 'found', 'checked save check 1': 'found' });
  expect(reports[0]).toMatchObject({ outcome: 'stopped', reason: expect.stringContaining('The supplier is empty.') });
  expect((await check([guide], { '/': { Save: {}, Supplier: { value: 'ACME' } } })).reports[0]?.outcome).toBe('walked');
  expect((await check([guide], { '/': { Save: {} } })).states).toMatchObject({ 'checked save check 1': 'absent' });
});

test('what has to appear or to disappear is waited for and reported', async () => {
  const guide = walkthrough('await', [
    step('open', { anchor: button('Open'), advance: { on: 'appears', anchor: button('Opened') } }),
    step('close', { anchor: button('Close'), advance: { on: 'disappears', anchor: button('Opened') } }),
  ]);
  const pages: FakePages = { '/': { Open: { shows: ['Opened'] }, Close: { hides: ['Opened'] } } };
  const { reports, states } = await check([guide], pages);
  expect(reports[0]?.outcome).toBe('walked');
  expect(states).toMatchObject({
    'await open control that has to appear': 'found',
    'await close control that has to disappear': 'found',
  });
  const broken = await check([guide], { '/': { Open: {}, Close: {} } });
  expect(broken.states).toMatchObject({
    'await open control that has to appear': 'absent',
    'await close control': 'not-reached',
  });
});

test('acts other than a press are done by their own gesture', async () => {
  const guide = walkthrough('gestures', [
    step('twice', { anchor: button('Row'), advance: { on: 'double-click' } }),
    step('point', { anchor: button('Menu'), advance: { on: 'hover' } }),
    step('move', { anchor: button('Card'), advance: { on: 'drag', to: button('Lane') } }),
    step('fill', { anchor: field('Name'), advance: { on: 'input' }, do: { act: 'fill', with: 'Ann' } }),
    step('upload', { anchor: button('Upload'), advance: { on: 'file' } }),
  ]);
  const { reports, acts, states } = await check([guide], {
    '/': { Row: {}, Menu: {}, Card: {}, Lane: {}, Name: { kind: 'field' }, Upload: {} },
  });
  expect(acts).toEqual(['go /', 'double-click Row', 'hover Menu', 'drag Card', 'fill Name']);
  expect(states).toMatchObject({ 'gestures move where it is dropped': 'found', 'gestures upload control': 'found' });
  expect(reports[0]).toMatchObject({ outcome: 'held', reason: expect.stringContaining('file') });
});

test('a tip is looked for at its places, and where a walkthrough comes by', async () => {
  const guides = [
    tip('search', { where: ['/orders'] }),
    tip('print', { where: ['/orders/:id(\\d+)'] }),
    tip('nowhere', { where: ['/other/:id'] }),
    tip('absent', { where: ['/orders'] }),
    toOrder,
  ];
  const pages: FakePages = {
    ...orderPages,
    '/orders': { ...orderPages['/orders'], search: {} },
    '/orders/17': { print: {} },
  };
  const { states } = await check(guides, pages);
  expect(states).toMatchObject({
    'search control': 'found',
    'print control': 'found',
    'nowhere control': 'not-reached',
    'absent control': 'absent',
  });
});

test('a place that stands for many addresses can be given one, and a step a value', async () => {
  const guide = walkthrough('note', [step('write', { anchor: field('Note'), at: '/orders/:id', advance: { on: 'input' } })]);
  const pages: FakePages = { '/orders/17': { Note: { kind: 'field' } } };
  expect((await check([guide], pages)).reports[0]).toMatchObject({
    outcome: 'stopped',
    reason: expect.stringContaining('"places"'),
  });
  const given = { places: { '/orders/:id': '/orders/17' }, values: { 'note/write': 'hello' } };
  expect((await check([guide], pages, given)).acts).toEqual(['go /orders/17', 'enter hello in Note']);
});

test('a walkthrough that goes round in circles ends', async () => {
  const guide = walkthrough('circle', [
    step('one', { anchor: button('One'), next: [{ to: 'two' }] }),
    step('two', { anchor: button('Two'), next: [{ to: 'one' }] }),
  ]);
  const { reports } = await check([guide], { '/': { One: {}, Two: {} } });
  expect(reports[0]).toMatchObject({ outcome: 'stopped', reason: expect.stringContaining('circles') });
});

test('the report has every anchor of the pack once, whatever becomes of it', async () => {
  const guides = [
    tip('search', { requiresControl: button('Ready') }),
    toOrder,
    walkthrough('parts', [
      step('a', {
        anchor: button('A'),
        advance: { on: 'appears', anchor: button('B') },
        checks: [{ requires: { is: 'disappears', anchor: button('C') }, message: 'C' }],
        next: [{ if: { is: 'appears', anchor: button('D') }, to: 'b' }],
      }),
      step('b', { anchor: button('E'), advance: { on: 'drag', to: button('F') } }),
    ]),
  ];
  const { reports } = await check(guides, {});
  const paths = reports.flatMap(({ anchors }) => anchors.map(({ path }) => path));
  expect(paths.toSorted()).toEqual(
    anchorsOf(packOf(...guides))
      .map(({ path }) => path)
      .toSorted(),
  );
  expect(Object.values(summarize(reports)).reduce((sum, one) => sum + one)).toBe(paths.length);
});
