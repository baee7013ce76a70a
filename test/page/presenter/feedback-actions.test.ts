import { expect, test } from 'vitest';
import type { Control, ObservedControl } from '../../../src/model/entry/control.ts';
import { createOverlayState } from '../../../src/overlay/overlay-state.ts';
import { createFeedbackActions } from '../../../src/page/presenter/feedback-actions.ts';

const observed: ObservedControl = { role: 'button', name: 'Message Jane Roe', position: { nth: 3 } };
const withheld: Control = { role: 'button', masked: true, position: { nth: 3 } };

function panelOf(disclosed: Promise<Control>) {
  const state = createOverlayState();
  const asked: [string, object][] = [];
  const ask = async (name: string, body: object) => {
    asked.push([name, body]);
    return name === 'control.disclose' ? { ok: true, control: await disclosed } : { ok: true, id: '', formKey: 'key' };
  };
  const actions = createFeedbackActions({
    ...{ state, ask: ask as never, t: ((key: string) => key) as never },
    formUrl: (key) => key,
    observeControl: async () => ({ ...observed }),
    situation: () => ({ app: 'Orders', route: '/orders', walk: null, tip: undefined, lastControl: {} as Element }),
  });
  const context = () => (state.panel.value.shows === 'choices' ? state.panel.value.context : undefined);
  return { state, asked, actions, context };
}

test('the open panel shows the control as the background would record it', async () => {
  const { actions, asked, context } = panelOf(Promise.resolve(withheld));
  actions.openPanel();
  expect(context()?.disclosed).toBeUndefined();
  await new Promise((done) => setTimeout(done));
  expect(asked).toContainEqual(['control.disclose', { control: observed }]);
  expect(context()?.disclosed).toEqual(withheld);
});

test('opening the panel prepares a form with what a choice is about, and the choice itself is none of the page’s business', async () => {
  const { actions, asked, state } = panelOf(Promise.resolve(withheld));
  actions.openPanel();
  await new Promise((done) => setTimeout(done));
  expect(asked).toContainEqual(['feedback.prepare', { route: '/orders', control: observed }]);
  expect(state.panel.value).toMatchObject({ shows: 'choices', formUrl: 'key' });
  actions.includeName(true);
  expect(asked.at(-1)).toEqual(['feedback.includeName', { key: 'key', includeName: true }]);
  expect(state.panel.value).toMatchObject({ context: { includeName: true } });
  expect(asked.some(([name]) => name === 'feedback')).toBe(false);
});

test('an answer for an earlier control does not change what a panel opened later shows', async () => {
  let answer: (control: Control) => void = () => {};
  const { actions, state, context } = panelOf(new Promise((done) => (answer = done)));
  actions.openPanel();
  await new Promise((done) => setTimeout(done));
  const later: ObservedControl = { role: 'link' };
  state.panel.value = { shows: 'choices', context: { app: 'Orders', route: '/orders', control: later }, formUrl: null };
  answer(withheld);
  await new Promise((done) => setTimeout(done));
  expect(context()).toEqual({ app: 'Orders', route: '/orders', control: { role: 'link' } });
});

test('a panel that is closed before its control has a name prepares nothing', async () => {
  const { actions, state, asked } = panelOf(Promise.resolve(withheld));
  actions.openPanel();
  state.panel.value = { shows: 'closed' };
  await new Promise((done) => setTimeout(done));
  expect(asked).toEqual([]);
  expect(state.panel.value).toEqual({ shows: 'closed' });
});
