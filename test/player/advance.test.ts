import { expect, test } from 'vitest';
import type { Condition } from '../../src/model/pack/condition.ts';
import type { WalkState } from '../../src/model/person/walk-state.ts';
import { advance, begin, resume } from '../../src/player/advance.ts';
import type { PlayerEvent, PlayerPage } from '../../src/player/transition.ts';
import { localized, step, walkthrough } from './a-guide.ts';

const there = (name: string): Condition => ({ is: 'appears', anchor: { role: 'dialog', name } });
const amount: Condition = { is: 'value', value: { is: 'filled' }, anchor: { role: 'textbox', name: 'Amount' } };

const guide = walkthrough([
  step('search', { at: '/orders/*', advance: { on: 'input', value: { is: 'filled' } } }),
  step('open', { at: '/orders/*', advance: { on: 'click' }, do: { act: 'click' } }),
  step('arrive', { advance: { on: 'place', to: '#/Orders/:id' } }),
  step('products', { at: '/products/*', go: '/products/index.html' }),
  step('cookies', { optional: true, advance: { on: 'click' } }),
  step('save', {
    advance: { on: 'click' },
    checks: [{ requires: amount, message: localized('Still empty.') }],
    next: [{ if: there('Too much'), to: 'approval' }, { if: there('Saved'), to: 'end' }, { to: 'words' }],
  }),
  step('approval', { advance: { on: 'disappears' }, wait: { seconds: 5 } }),
  step('words', { anchor: undefined }),
]);
const at = (id: string) => guide.steps.findIndex((one) => one.id === id);

const orders = 'https://app.example/orders/index.html';
const order = `${orders}#/Orders/7`;
const products = 'https://app.example/products/index.html';

/** A page at that address on which just these conditions hold; a value without a control of its own is the step's. */
const page = (url: string, ...held: (Condition | 'own')[]): PlayerPage => ({
  url,
  holds: (condition) => (condition.is === 'value' && !condition.anchor ? held.includes('own') : held.includes(condition)),
});
const state = (id: string, phase: WalkState['phase'], over: Partial<WalkState> = {}): WalkState => ({
  step: at(id),
  phase,
  mode: 'guide',
  trail: [],
  ...over,
});
const lastUrl = orders;

test.each<[string, WalkState, PlayerEvent, PlayerPage, string, Partial<WalkState>]>([
  [
    'a found control is shown',
    state('search', 'seeking'),
    { is: 'found' },
    page(orders),
    'search',
    { phase: 'showing', lastUrl },
  ],
  ['a lost one is looked for', state('search', 'showing'), { is: 'lost' }, page(orders), 'search', { phase: 'seeking' }],
  ['given up: missing', state('search', 'seeking'), { is: 'gave-up' }, page(orders), 'search', { phase: 'missing' }],
  ['and shown if it comes', state('search', 'missing'), { is: 'found' }, page(orders), 'search', { phase: 'showing', lastUrl }],
  [
    'the act it waits for',
    state('search', 'showing'),
    { is: 'acted', by: 'input' },
    page(orders, 'own'),
    'open',
    { phase: 'seeking', trail: [0] },
  ],
  [
    'a value that will not do',
    state('search', 'showing'),
    { is: 'acted', by: 'input' },
    page(orders),
    'search',
    { phase: 'showing', unmetCheck: 'value' },
  ],
  ['Next with such a value', state('search', 'showing'), { is: 'next' }, page(orders), 'search', { unmetCheck: 'value' }],
  ['another act', state('search', 'showing'), { is: 'acted', by: 'click' }, page(orders, 'own'), 'search', { phase: 'showing' }],
  [
    'an act before it is shown',
    state('search', 'seeking'),
    { is: 'acted', by: 'input' },
    page(orders, 'own'),
    'search',
    { phase: 'seeking' },
  ],
  [
    'arriving where it waits to be',
    state('arrive', 'showing'),
    { is: 'arrived' },
    page(order),
    'products',
    { phase: 'elsewhere' },
  ],
  ['arriving somewhere else', state('arrive', 'showing'), { is: 'arrived' }, page(orders), 'arrive', { phase: 'showing' }],
  ['a step whose place it is already', state('open', 'showing'), { is: 'next' }, page(order), 'products', { phase: 'elsewhere' }],
  ['a step of another page', state('products', 'elsewhere'), { is: 'arrived' }, page(products), 'products', { phase: 'seeking' }],
  [
    'wandering off from a step that was seen',
    state('products', 'showing', { lastUrl: products }),
    { is: 'arrived' },
    page(orders),
    'products',
    { phase: 'paused', lastUrl: products },
  ],
  [
    'coming back',
    state('products', 'paused', { lastUrl: products }),
    { is: 'arrived' },
    page(products),
    'products',
    { phase: 'seeking' },
  ],
  ['next, though missing', state('products', 'missing'), { is: 'next' }, page(products), 'cookies', { phase: 'seeking' }],
  [
    'an optional step whose control is not there',
    state('cookies', 'seeking', { trail: [1] }),
    { is: 'gave-up' },
    page(products),
    'save',
    { phase: 'seeking', trail: [1] },
  ],
  ['a check unmet', state('save', 'showing'), { is: 'acted', by: 'click' }, page(products), 'save', { unmetCheck: 0 }],
  [
    'an act whose answer decides',
    state('save', 'showing'),
    { is: 'acted', by: 'click' },
    page(products, amount),
    'save',
    { phase: 'deciding' },
  ],
  [
    'the answer comes',
    state('save', 'deciding'),
    { is: 'looked' },
    page(products, guide.steps[at('save')]!.next![0]!.if!),
    'approval',
    { phase: 'seeking', trail: [at('save')] },
  ],
  [
    'the end by a branch',
    state('save', 'deciding'),
    { is: 'looked' },
    page(products, guide.steps[at('save')]!.next![1]!.if!),
    'save',
    { phase: 'finished' },
  ],
  [
    'back to a step whose place it is already',
    state('products', 'elsewhere', { trail: [at('arrive')] }),
    { is: 'back' },
    page(order),
    'arrive',
    { phase: 'seeking', autoAdvancePaused: true },
  ],
  [
    'an answer that nothing told of',
    state('save', 'deciding'),
    { is: 'gave-up' },
    page(products, guide.steps[at('save')]!.next![0]!.if!),
    'approval',
    { phase: 'seeking' },
  ],
  ['no answer comes', state('save', 'deciding'), { is: 'gave-up' }, page(products), 'words', { phase: 'showing' }],
  ['skipped, checks or not', state('save', 'showing'), { is: 'skip' }, page(products), 'words', { phase: 'showing' }],
  ['what it waits for', state('approval', 'showing'), { is: 'met' }, page(products), 'words', { phase: 'showing' }],
  ['too late', state('approval', 'showing'), { is: 'overdue' }, page(products), 'approval', { phase: 'showing', late: true }],
  [
    'back to what led here',
    state('words', 'showing', { trail: [1, 4] }),
    { is: 'back' },
    page(products),
    'cookies',
    { trail: [1] },
  ],
  [
    'what would go on by itself is held after "back"',
    state('approval', 'showing', { autoAdvancePaused: true }),
    { is: 'met' },
    page(products),
    'approval',
    { phase: 'showing' },
  ],
  ['back at the start', state('search', 'showing'), { is: 'back' }, page(orders), 'search', { phase: 'seeking' }],
  ['the end', state('words', 'showing'), { is: 'next' }, page(products), 'words', { phase: 'finished' }],
  ['leaving', state('open', 'missing'), { is: 'leave' }, page(orders), 'open', { phase: 'left' }],
  [
    'another way',
    state('open', 'showing'),
    { is: 'mode', mode: 'show' },
    page(orders),
    'open',
    { phase: 'seeking', mode: 'show' },
  ],
  ['the ghost is done', state('open', 'showing', { mode: 'show' }), { is: 'played' }, page(orders), 'arrive', { mode: 'show' }],
  ['the ghost leads nobody else', state('open', 'showing'), { is: 'played' }, page(orders), 'open', { phase: 'showing' }],
  [
    'what is risky is asked again',
    state('open', 'showing', { mode: 'do' }),
    { is: 'agree', risky: true },
    page(orders),
    'open',
    { awaitingConfirmation: true },
  ],
  [
    'and then done',
    state('open', 'showing', { mode: 'do', awaitingConfirmation: true }),
    { is: 'agree', risky: true },
    page(orders),
    'open',
    { busy: true },
  ],
  [
    'rather not',
    state('open', 'showing', { mode: 'do', awaitingConfirmation: true }),
    { is: 'decline' },
    page(orders),
    'open',
    { phase: 'showing' },
  ],
  ['done for the person', state('open', 'showing', { mode: 'do', busy: true }), { is: 'performed' }, page(orders), 'arrive', {}],
  [
    'doing it has changed the address: it is not done yet',
    state('open', 'showing', { mode: 'do', busy: true }),
    { is: 'arrived' },
    page(products),
    'open',
    { phase: 'showing', busy: true },
  ],
  ['and done then', state('open', 'showing', { mode: 'do', busy: true }), { is: 'performed' }, page(products), 'arrive', {}],
  [
    'an address that changes under a step that stands',
    state('search', 'showing', { lastUrl, unmetCheck: 'value' }),
    { is: 'arrived' },
    page(`${orders}?q=4711`),
    'search',
    { phase: 'showing', lastUrl, unmetCheck: 'value' },
  ],
  [
    'one that the person came back to is looked for anew',
    state('search', 'showing', { lastUrl, autoAdvancePaused: true }),
    { is: 'arrived' },
    page(`${orders}?q=4711`),
    'search',
    { phase: 'seeking', lastUrl },
  ],
  [
    'it could not be done',
    state('open', 'showing', { mode: 'do', busy: true }),
    { is: 'refused', why: 'disabled' },
    page(orders),
    'open',
    { refusal: 'disabled' },
  ],
  ['nothing is done in another way', state('open', 'showing'), { is: 'agree', risky: false }, page(orders), 'open', {}],
])('%s', (_name, before, event, on, id, becomes) => {
  const { state: after } = advance({ guide, state: before, page: on }, event);
  expect(guide.steps[after.step]!.id).toBe(id);
  expect(after).toMatchObject(becomes);
  if (!('awaitingConfirmation' in becomes)) expect(after.awaitingConfirmation).toBeUndefined();
  if (!('busy' in becomes)) expect(after.busy).toBeUndefined();
});

const resumePoint = (id: string, over = {}) => ({ step: id, mode: 'guide' as const, trail: [], ...over });

test('opening records it; coming back after a load does not', () => {
  expect(begin({ guide, page: page(orders) }).effects).toEqual([
    { do: 'record', what: 'opened' },
    { do: 'save', progress: resumePoint('search') },
    { do: 'locate' },
  ]);
  expect(resume({ guide, page: page(products) }, resumePoint('products', { trail: ['search'] }))).toEqual({
    state: state('products', 'seeking', { trail: [0] }),
    effects: [{ do: 'save', progress: resumePoint('products', { trail: ['search'] }) }, { do: 'locate' }],
  });
});

test('a page load may be the arrival that a step waits for', () => {
  const { state: after, effects } = resume({ guide, page: page(order) }, resumePoint('arrive'));
  expect(after).toEqual(state('products', 'elsewhere', { trail: [at('arrive')] }));
  expect(effects).toContainEqual({ do: 'save', progress: resumePoint('products', { trail: ['arrive'] }) });
});

test('a page load may be the answer that decides where a step goes on', () => {
  expect(resume({ guide, page: page(orders) }, resumePoint('save', { done: true })).state.phase).toBe('deciding');
  const answered = page(orders, guide.steps[at('save')]!.next![0]!.if!);
  expect(resume({ guide, page: answered }, resumePoint('save', { done: true })).state.step).toBe(at('approval'));
});

test('who wandered off and restarted the browser is still offered the way back', () => {
  expect(resume({ guide, page: page(orders) }, resumePoint('products', { lastUrl: products })).state.phase).toBe('paused');
  expect(resume({ guide, page: page(orders) }, resumePoint('products')).state.phase).toBe('elsewhere');
});

test('a step that a newer pack no longer has begins anew', () => {
  expect(resume({ guide, page: page(orders) }, resumePoint('gone-step')).state).toEqual(state('search', 'seeking'));
});

test('what the ghost shows is no work done, and what it does not find is no fault of the page', () => {
  const shown = (id: string, phase: WalkState['phase']) => state(id, phase, { mode: 'show' });
  expect(advance({ guide, state: shown('open', 'seeking'), page: page(orders) }, { is: 'gave-up' }).effects).toEqual([]);
  expect(advance({ guide, state: shown('open', 'showing'), page: page(orders) }, { is: 'played' }).effects).not.toContainEqual(
    expect.objectContaining({ do: 'record' }),
  );
  expect(advance({ guide, state: shown('words', 'showing'), page: page(orders) }, { is: 'played' }).effects).toEqual([
    { do: 'save', progress: null },
    { do: 'record', what: 'shown' },
  ]);
});

test('an address that changes under a step that stands has nothing looked for, and the way back is kept', () => {
  const standing = state('search', 'showing', { lastUrl });
  expect(advance({ guide, state: standing, page: page(`${orders}?q=4711`) }, { is: 'arrived' }).effects).toEqual([]);
  expect(advance({ guide, state: standing, page: page(order) }, { is: 'arrived' }).effects).toEqual([
    { do: 'save', progress: resumePoint('search', { lastUrl: order }) },
  ]);
});

test('where a step was seen is kept without its query', () => {
  const { effects } = advance(
    { guide, state: state('search', 'seeking'), page: page(`${orders}?token=1#/Orders/7?x=2`) },
    { is: 'found' },
  );
  expect(effects).toEqual([{ do: 'save', progress: resumePoint('search', { lastUrl: `${orders}#/Orders/7` }) }]);
});

test('a step on screen that waits for another page is done there, not paused', () => {
  const list = 'https://app.example/admin/orders';
  const leaving = walkthrough([
    step('open', { at: '/admin/orders', anchor: undefined, advance: { on: 'place', to: '/admin/orders/:id' } }),
    step('note', { at: '/admin/orders/:id', anchor: undefined }),
  ]);
  const { state } = begin({ guide: leaving, page: page(list) });
  expect(state).toMatchObject({ step: 0, phase: 'showing' });
  const gone = advance({ guide: leaving, state, page: page(`${list}/19`) }, { is: 'arrived' });
  expect(gone.state).toMatchObject({ step: 1, phase: 'showing' });
  expect(gone.effects).toContainEqual({ do: 'record', what: 'advanced', step: 'open' });
});
