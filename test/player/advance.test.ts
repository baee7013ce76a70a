import { expect, test } from 'vitest';
import type { Condition } from '../../src/model/pack/condition.ts';
import type { WalkState } from '../../src/model/person/walk-state.ts';
import { advance } from '../../src/player/advance.ts';
import { begin, resume } from '../../src/player/open-walkthrough.ts';
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
    'found while seeking: shown',
    state('search', 'seeking'),
    { is: 'found' },
    page(orders),
    'search',
    { phase: 'showing', lastUrl },
  ],
  ['lost while showing: sought again', state('search', 'showing'), { is: 'lost' }, page(orders), 'search', { phase: 'seeking' }],
  ['gave up while seeking: missing', state('search', 'seeking'), { is: 'gave-up' }, page(orders), 'search', { phase: 'missing' }],
  [
    'found while missing: shown',
    state('search', 'missing'),
    { is: 'found' },
    page(orders),
    'search',
    { phase: 'showing', lastUrl },
  ],
  [
    'the act that the step waits for completes it',
    state('search', 'showing'),
    { is: 'acted', by: 'input' },
    page(orders, 'own'),
    'open',
    { phase: 'seeking', trail: [0] },
  ],
  [
    'an input whose value fails the test leaves the step unmet',
    state('search', 'showing'),
    { is: 'acted', by: 'input' },
    page(orders),
    'search',
    { phase: 'showing', unmetCheck: 'value' },
  ],
  [
    'next with a value that fails the test leaves the step unmet',
    state('search', 'showing'),
    { is: 'next' },
    page(orders),
    'search',
    { unmetCheck: 'value' },
  ],
  [
    'an act that the step does not wait for changes nothing',
    state('search', 'showing'),
    { is: 'acted', by: 'click' },
    page(orders, 'own'),
    'search',
    { phase: 'showing' },
  ],
  [
    'an act before the step is shown changes nothing',
    state('search', 'seeking'),
    { is: 'acted', by: 'input' },
    page(orders, 'own'),
    'search',
    { phase: 'seeking' },
  ],
  [
    'arriving at the awaited place completes the step',
    state('arrive', 'showing'),
    { is: 'arrived' },
    page(order),
    'products',
    { phase: 'elsewhere' },
  ],
  [
    'arriving at another place keeps the step',
    state('arrive', 'showing'),
    { is: 'arrived' },
    page(orders),
    'arrive',
    { phase: 'showing' },
  ],
  [
    'a step that waits for the present place is completed as it is entered',
    state('open', 'showing'),
    { is: 'next' },
    page(order),
    'products',
    { phase: 'elsewhere' },
  ],
  [
    'arriving at the page of the step: sought',
    state('products', 'elsewhere'),
    { is: 'arrived' },
    page(products),
    'products',
    { phase: 'seeking' },
  ],
  [
    'leaving the page of a step that was shown: paused',
    state('products', 'showing', { lastUrl: products }),
    { is: 'arrived' },
    page(orders),
    'products',
    { phase: 'paused', lastUrl: products },
  ],
  [
    'returning to the page of a paused step: sought',
    state('products', 'paused', { lastUrl: products }),
    { is: 'arrived' },
    page(products),
    'products',
    { phase: 'seeking' },
  ],
  ['next while missing goes on', state('products', 'missing'), { is: 'next' }, page(products), 'cookies', { phase: 'seeking' }],
  [
    'gave up on an optional step: skipped',
    state('cookies', 'seeking', { trail: [1] }),
    { is: 'gave-up' },
    page(products),
    'save',
    { phase: 'seeking', trail: [1] },
  ],
  [
    'an act while a check fails leaves the step unmet',
    state('save', 'showing'),
    { is: 'acted', by: 'click' },
    page(products),
    'save',
    { unmetCheck: 0 },
  ],
  [
    'an act after which the page decides the branch: deciding',
    state('save', 'showing'),
    { is: 'acted', by: 'click' },
    page(products, amount),
    'save',
    { phase: 'deciding' },
  ],
  [
    'a branch that holds while deciding is taken',
    state('save', 'deciding'),
    { is: 'looked' },
    page(products, guide.steps[at('save')]!.next![0]!.if!),
    'approval',
    { phase: 'seeking', trail: [at('save')] },
  ],
  [
    'a branch to no step finishes the walkthrough',
    state('save', 'deciding'),
    { is: 'looked' },
    page(products, guide.steps[at('save')]!.next![1]!.if!),
    'save',
    { phase: 'finished' },
  ],
  [
    'back to a step that waits for the present place stays there',
    state('products', 'elsewhere', { trail: [at('arrive')] }),
    { is: 'back' },
    page(order),
    'arrive',
    { phase: 'seeking', autoAdvancePaused: true },
  ],
  [
    'arriving while deciding takes the branch that holds',
    state('save', 'deciding'),
    { is: 'gave-up' },
    page(products, guide.steps[at('save')]!.next![0]!.if!),
    'approval',
    { phase: 'seeking' },
  ],
  [
    'gave up while deciding: the default branch',
    state('save', 'deciding'),
    { is: 'gave-up' },
    page(products),
    'words',
    { phase: 'showing' },
  ],
  [
    'skip goes on although a check fails',
    state('save', 'showing'),
    { is: 'skip' },
    page(products),
    'words',
    { phase: 'showing' },
  ],
  [
    'met completes a step that waits for it',
    state('approval', 'showing'),
    { is: 'met' },
    page(products),
    'words',
    { phase: 'showing' },
  ],
  [
    'overdue: late',
    state('approval', 'showing'),
    { is: 'overdue' },
    page(products),
    'approval',
    { phase: 'showing', late: true },
  ],
  [
    'back returns to the step that led here',
    state('words', 'showing', { trail: [1, 4] }),
    { is: 'back' },
    page(products),
    'cookies',
    { trail: [1] },
  ],
  [
    'after back, a step that is met by itself stays',
    state('approval', 'showing', { autoAdvancePaused: true }),
    { is: 'met' },
    page(products),
    'approval',
    { phase: 'showing' },
  ],
  [
    'back at the first step stays there',
    state('search', 'showing'),
    { is: 'back' },
    page(orders),
    'search',
    { phase: 'seeking' },
  ],
  [
    'next at the last step finishes the walkthrough',
    state('words', 'showing'),
    { is: 'next' },
    page(products),
    'words',
    { phase: 'finished' },
  ],
  ['leave ends it', state('open', 'missing'), { is: 'leave' }, page(orders), 'open', { phase: 'left' }],
  [
    'another mode presents the same step in it',
    state('open', 'showing'),
    { is: 'mode', mode: 'show' },
    page(orders),
    'open',
    { phase: 'seeking', mode: 'show' },
  ],
  [
    'played in the mode show goes on',
    state('open', 'showing', { mode: 'show' }),
    { is: 'played' },
    page(orders),
    'arrive',
    { mode: 'show' },
  ],
  [
    'played in another mode changes nothing',
    state('open', 'showing'),
    { is: 'played' },
    page(orders),
    'open',
    { phase: 'showing' },
  ],
  [
    'agree to a risky act: a second confirmation is required',
    state('open', 'showing', { mode: 'do' }),
    { is: 'agree', risky: true },
    page(orders),
    'open',
    { awaitingConfirmation: true },
  ],
  [
    'agree a second time: performed',
    state('open', 'showing', { mode: 'do', awaitingConfirmation: true }),
    { is: 'agree', risky: true },
    page(orders),
    'open',
    { busy: true },
  ],
  [
    'decline takes the question back',
    state('open', 'showing', { mode: 'do', awaitingConfirmation: true }),
    { is: 'decline' },
    page(orders),
    'open',
    { phase: 'showing' },
  ],
  [
    'performed completes a step that waits for the act',
    state('open', 'showing', { mode: 'do', busy: true }),
    { is: 'performed' },
    page(orders),
    'arrive',
    {},
  ],
  [
    'arriving while an act is performed keeps the step',
    state('open', 'showing', { mode: 'do', busy: true }),
    { is: 'arrived' },
    page(products),
    'open',
    { phase: 'showing', busy: true },
  ],
  [
    'performed on another page completes the step',
    state('open', 'showing', { mode: 'do', busy: true }),
    { is: 'performed' },
    page(products),
    'arrive',
    {},
  ],
  [
    'arriving at the page where the step is shown keeps it shown',
    state('search', 'showing', { lastUrl, unmetCheck: 'value' }),
    { is: 'arrived' },
    page(`${orders}?q=4711`),
    'search',
    { phase: 'showing', lastUrl, unmetCheck: 'value' },
  ],
  [
    'arriving at a step that the person went back to: sought again',
    state('search', 'showing', { lastUrl, autoAdvancePaused: true }),
    { is: 'arrived' },
    page(`${orders}?q=4711`),
    'search',
    { phase: 'seeking', lastUrl },
  ],
  [
    'refused is noted with its reason',
    state('open', 'showing', { mode: 'do', busy: true }),
    { is: 'refused', why: 'disabled' },
    page(orders),
    'open',
    { refusal: 'disabled' },
  ],
  [
    'agree in another mode than do changes nothing',
    state('open', 'showing'),
    { is: 'agree', risky: false },
    page(orders),
    'open',
    {},
  ],
])('%s', (_name, before, event, on, id, becomes) => {
  const { state: after } = advance({ guide, state: before, page: on }, event);
  expect(guide.steps[after.step]!.id).toBe(id);
  expect(after).toMatchObject(becomes);
  if (!('awaitingConfirmation' in becomes)) expect(after.awaitingConfirmation).toBeUndefined();
  if (!('busy' in becomes)) expect(after.busy).toBeUndefined();
});

const resumePoint = (id: string, over = {}) => ({ step: id, mode: 'guide' as const, trail: [], ...over });

test('beginning a walkthrough is recorded, resuming it after a page load is not', () => {
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

test('resuming at the place that a step waits for completes it', () => {
  const { state: after, effects } = resume({ guide, page: page(order) }, resumePoint('arrive'));
  expect(after).toEqual(state('products', 'elsewhere', { trail: [at('arrive')] }));
  expect(effects).toContainEqual({ do: 'save', progress: resumePoint('products', { trail: ['arrive'] }) });
});

test('resuming while deciding takes the branch that holds, or goes on deciding', () => {
  expect(resume({ guide, page: page(orders) }, resumePoint('save', { done: true })).state.phase).toBe('deciding');
  const answered = page(orders, guide.steps[at('save')]!.next![0]!.if!);
  expect(resume({ guide, page: answered }, resumePoint('save', { done: true })).state.step).toBe(at('approval'));
});

test('resuming on another page is paused if the step had been shown, and elsewhere if not', () => {
  expect(resume({ guide, page: page(orders) }, resumePoint('products', { lastUrl: products })).state.phase).toBe('paused');
  expect(resume({ guide, page: page(orders) }, resumePoint('products')).state.phase).toBe('elsewhere');
});

test('resuming at a step that a newer pack no longer has starts at the first step', () => {
  expect(resume({ guide, page: page(orders) }, resumePoint('gone-step')).state).toEqual(state('search', 'seeking'));
});

test('a control that stays found with less confidence is recorded once while its step is on screen, and changes nothing else', () => {
  const weakened = { is: 'weakened' } as const;
  const shown = state('open', 'showing', { lastUrl });
  const first = advance({ guide, state: shown, page: page(orders) }, weakened);
  expect(first).toEqual({ state: { ...shown, weakened: true }, effects: [{ do: 'record', what: 'weak', step: 'open' }] });
  const again = advance({ guide, state: first.state, page: page(orders) }, weakened);
  expect(again).toEqual({ state: first.state, effects: [] });
  const lost = advance({ guide, state: first.state, page: page(orders) }, { is: 'lost' });
  expect(lost.state).toMatchObject({ phase: 'seeking', weakened: true });
  const next = advance({ guide, state: first.state, page: page(order) }, { is: 'acted', by: 'click' });
  expect(next.state).not.toHaveProperty('weakened');
});

test.each<WalkState['phase']>(['seeking', 'missing', 'paused', 'elsewhere', 'deciding'])(
  'weakness that is told late, when the step is %s, is recorded of nothing',
  (phase) => {
    const { effects } = advance({ guide, state: state('open', phase), page: page(orders) }, { is: 'weakened' });
    expect(effects).toEqual([]);
  },
);

test('in the mode show neither completed steps nor missing or weak controls are recorded', () => {
  const shown = (id: string, phase: WalkState['phase']) => state(id, phase, { mode: 'show' });
  expect(advance({ guide, state: shown('open', 'seeking'), page: page(orders) }, { is: 'gave-up' }).effects).toEqual([]);
  expect(advance({ guide, state: shown('open', 'showing'), page: page(orders) }, { is: 'weakened' }).effects).toEqual([]);
  expect(advance({ guide, state: shown('open', 'showing'), page: page(orders) }, { is: 'played' }).effects).not.toContainEqual(
    expect.objectContaining({ do: 'record' }),
  );
  expect(advance({ guide, state: shown('words', 'showing'), page: page(orders) }, { is: 'played' }).effects).toEqual([
    { do: 'save', progress: null },
    { do: 'record', what: 'shown' },
  ]);
});

test('arriving while the step is shown locates nothing again, and saves the new address as the way back', () => {
  const standing = state('search', 'showing', { lastUrl });
  expect(advance({ guide, state: standing, page: page(`${orders}?q=4711`) }, { is: 'arrived' }).effects).toEqual([]);
  expect(advance({ guide, state: standing, page: page(order) }, { is: 'arrived' }).effects).toEqual([
    { do: 'save', progress: resumePoint('search', { lastUrl: order }) },
  ]);
});

test('the address where a step was shown is saved without its query', () => {
  const { effects } = advance(
    { guide, state: state('search', 'seeking'), page: page(`${orders}?token=1#/Orders/7?x=2`) },
    { is: 'found' },
  );
  expect(effects).toEqual([{ do: 'save', progress: resumePoint('search', { lastUrl: `${orders}#/Orders/7` }) }]);
});

test('a step on screen that waits for another page is completed there, not paused', () => {
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
