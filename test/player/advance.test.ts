import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ShownStep, ShownWalkthrough } from '../../src/model/shown.ts';
import { advance, begin, type PlayerEvent, type PlayerState } from '../../src/player/advance.ts';

const said = (words: string) => ({ words, language: 'en' });
const step = (id: string, over: Partial<ShownStep> = {}): ShownStep => ({
  id,
  title: said(id),
  body: { rich: [], language: 'en' },
  anchor: { role: 'button', name: id },
  advance: { on: 'next' },
  ...over,
});
const guide: ShownWalkthrough = {
  kind: 'walkthrough',
  id: 'walk',
  app: 'orders',
  pack: { id: 'basics', version: 1, title: said('Basics'), language: 'en', sample: false },
  title: said('A walk'),
  priority: 50,
  steps: [
    step('search', { at: '/orders/*', advance: { on: 'input' } }),
    step('open', { at: '/orders/*', advance: { on: 'click' } }),
    step('arrive', { advance: { on: 'place', to: '#/Orders/:id' } }),
    step('products', { at: '/products/*', go: '/products/index.html' }),
    step('words', { anchor: undefined }),
  ],
};
const orders = 'https://app.example/orders/index.html';
const order = `${orders}#/Orders/7`;
const products = 'https://app.example/products/index.html';

test.each<[string, PlayerState, PlayerEvent, string, PlayerState]>([
  ['a found control is shown', { step: 0, phase: 'seeking' }, { is: 'found' }, orders, { step: 0, phase: 'showing' }],
  ['a lost one is looked for', { step: 0, phase: 'showing' }, { is: 'lost' }, orders, { step: 0, phase: 'seeking' }],
  ['given up: missing', { step: 0, phase: 'seeking' }, { is: 'gave-up' }, orders, { step: 0, phase: 'missing' }],
  ['and shown if it comes after all', { step: 0, phase: 'missing' }, { is: 'found' }, orders, { step: 0, phase: 'showing' }],
  ['the act it waits for', { step: 0, phase: 'showing' }, { is: 'acted', by: 'input' }, orders, { step: 1, phase: 'seeking' }],
  ['another act', { step: 0, phase: 'showing' }, { is: 'acted', by: 'click' }, orders, { step: 0, phase: 'showing' }],
  [
    'an act before it is shown',
    { step: 0, phase: 'seeking' },
    { is: 'acted', by: 'input' },
    orders,
    { step: 0, phase: 'seeking' },
  ],
  ['arriving where it waits to be', { step: 2, phase: 'showing' }, { is: 'arrived' }, order, { step: 3, phase: 'elsewhere' }],
  ['arriving somewhere else', { step: 2, phase: 'showing' }, { is: 'arrived' }, orders, { step: 2, phase: 'seeking' }],
  ['a step of another page', { step: 3, phase: 'elsewhere' }, { is: 'arrived' }, products, { step: 3, phase: 'seeking' }],
  ['wandering off', { step: 3, phase: 'showing' }, { is: 'arrived' }, orders, { step: 3, phase: 'elsewhere' }],
  ['next, though missing', { step: 3, phase: 'missing' }, { is: 'next' }, products, { step: 4, phase: 'showing' }],
  ['back', { step: 1, phase: 'showing' }, { is: 'back' }, orders, { step: 0, phase: 'seeking' }],
  ['back at the start', { step: 0, phase: 'showing' }, { is: 'back' }, orders, { step: 0, phase: 'seeking' }],
  ['the end', { step: 4, phase: 'showing' }, { is: 'next' }, products, { step: 4, phase: 'finished' }],
  ['leaving', { step: 1, phase: 'missing' }, { is: 'leave' }, orders, { step: 1, phase: 'left' }],
])('%s', (_name, state, event, url, becomes) => {
  expect(advance(guide, state, event, url).state).toEqual(becomes);
});

test('opening records it; coming back after a load does not', () => {
  expect(begin(guide, orders).effects).toEqual([
    { do: 'record', what: 'opened' },
    { do: 'keep', step: 'search' },
    { do: 'seek' },
  ]);
  expect(begin(guide, products, 'products')).toEqual({
    state: { step: 3, phase: 'seeking' },
    effects: [{ do: 'keep', step: 'products' }, { do: 'seek' }],
  });
});

test('a page load may be the arrival that a step waits for', () => {
  const { state, effects } = begin(guide, order, 'arrive');
  expect(state).toEqual({ step: 3, phase: 'elsewhere' });
  expect(effects).toContainEqual({ do: 'keep', step: 'products' });
});

test('a step that a newer pack no longer has begins anew', () => {
  expect(begin(guide, orders, 'gone-step').state).toEqual({ step: 0, phase: 'seeking' });
});

const anEvent = fc.constantFrom<PlayerEvent>(
  { is: 'arrived' },
  { is: 'found' },
  { is: 'lost' },
  { is: 'gave-up' },
  { is: 'acted', by: 'click' },
  { is: 'acted', by: 'input' },
  { is: 'next' },
  { is: 'back' },
);
const aWalk = fc.array(fc.tuple(anEvent, fc.constantFrom(orders, order, products)), { maxLength: 40 });

test('however it is walked, no state is a dead end and every step that is entered is kept', () => {
  fc.assert(
    fc.property(aWalk, (walk) => {
      let { state } = begin(guide, orders);
      let kept: string | null = 'search';
      for (const [event, url] of walk) {
        const played = advance(guide, state, event, url);
        for (const effect of played.effects) if (effect.do === 'keep') kept = effect.step;
        state = played.state;
        expect(kept).toBe(state.phase === 'finished' ? null : guide.steps[state.step]!.id);
      }
      let left = 0;
      while (state.phase !== 'finished' && left++ < 10) state = advance(guide, state, { is: 'next' }, orders).state;
      expect(state.phase).toBe('finished');
    }),
    { numRuns: 3000 },
  );
});
