import { describe, expect, test } from 'vitest';
import type { WalkState } from '../../src/model/person/walk-state.ts';
import { advance } from '../../src/player/advance.ts';
import { resume } from '../../src/player/open-walkthrough.ts';
import type { PlayerPage } from '../../src/player/transition.ts';
import { step, walkthrough } from './a-guide.ts';

const guide = walkthrough([
  step('list', { advance: { on: 'place', to: '/orders' } }),
  step('create', { advance: { on: 'click' } }),
  step('name', { advance: { on: 'input' } }),
  step('reason', { advance: { on: 'input' } }),
  step('send', { advance: { on: 'click' } }),
]);
const url = 'https://app.example/orders';

/** A page on which these controls are. */
const pageWith = (...names: string[]): PlayerPage => ({
  url,
  holds: (condition) => condition.is === 'appears' && names.includes(String(condition.anchor.name)),
});
const seeking = (over: Partial<WalkState> = {}): WalkState => ({
  ...{ step: 3, phase: 'seeking', mode: 'guide', trail: [0, 1, 2], lastUrl: url },
  ...over,
});
const giveUp = (state: WalkState, page: PlayerPage) => advance({ guide, state, page }, { is: 'gave-up' });

test('a step that was on screen before a reload, and whose form is gone, leads back to the step that opens it', () => {
  const { state, effects } = giveUp(seeking(), pageWith('list', 'create'));
  expect(state).toMatchObject({ step: 1, phase: 'seeking', trail: [0], reopening: true });
  expect(effects.filter((one) => one.do === 'record')).toEqual([]);
  expect(effects).toContainEqual({ do: 'save', progress: { step: 'create', mode: 'guide', trail: ['list'] } });
});

test('the nearest step whose control is there is the one that opens it', () => {
  expect(giveUp(seeking(), pageWith('create', 'name')).state).toMatchObject({ step: 2, trail: [0, 1] });
});

test.each<[string, WalkState, PlayerPage]>([
  ['nothing before it is on the page', seeking(), pageWith()],
  ['only a step is there that this place completes', seeking(), pageWith('list')],
  ['it was never on screen', { step: 3, phase: 'seeking', mode: 'guide', trail: [0, 1, 2] }, pageWith('create')],
  ['it went from the page while the person looked', seeking({ controlGone: true }), pageWith('create')],
  ['the person went back to it', seeking({ autoAdvancePaused: true }), pageWith('create')],
])('the step is missing if %s', (_, state, page) => {
  expect(giveUp(state, page).state).toMatchObject({ step: 3, phase: 'missing' });
});

test('the note that the form was closed goes with the step', () => {
  const { state } = giveUp(seeking(), pageWith('create'));
  const shown = advance({ guide, state, page: pageWith('create') }, { is: 'found' }).state;
  expect(shown).toMatchObject({ phase: 'showing', reopening: true });
  const next = advance({ guide, state: shown, page: pageWith('create', 'name') }, { is: 'acted', by: 'click' }).state;
  expect(next).toMatchObject({ step: 2, phase: 'seeking' });
  expect(next.reopening).toBeUndefined();
});

test('a step that seemed closed is gone on with once the page, which was only slow, shows its control', () => {
  const { state } = giveUp(seeking(), pageWith('create'));
  const shown = advance({ guide, state, page: pageWith('create') }, { is: 'found' }).state;
  const late = advance({ guide, state: shown, page: pageWith('create', 'reason') }, { is: 'reopened' });
  expect(late.state).toMatchObject({ step: 3, phase: 'seeking', trail: [0, 1, 2] });
  expect(late.state.reopening).toBeUndefined();
  expect(late.effects).toContainEqual({
    do: 'save',
    progress: { step: 'reason', mode: 'guide', trail: ['list', 'create', 'name'], lastUrl: url },
  });
  expect(advance({ guide, state: late.state, page: pageWith('reason') }, { is: 'found' }).state.phase).toBe('showing');
});

test('a control that the person has opened again leads on from step to step, as what they had entered may be gone', () => {
  const page = pageWith('create', 'reason');
  const { state } = giveUp(seeking(), page);
  const shown = advance({ guide, state, page }, { is: 'found' }).state;
  const touched = advance({ guide, state: shown, page }, { is: 'touched' }).state;
  expect(touched).toMatchObject({ step: 1, phase: 'showing', reopening: true });
  expect(advance({ guide, state: touched, page }, { is: 'reopened' })).toEqual({ state: touched, effects: [] });
});

test('a step that completes by itself waits for the person after it seemed closed', () => {
  const waits = walkthrough([
    step('create', { advance: { on: 'click' } }),
    step('wait', { advance: { on: 'appears', anchor: { role: 'status', name: 'Sent' } } }),
    step('end', { advance: { on: 'next' } }),
  ]);
  const page = pageWith('create', 'wait');
  const before: WalkState = { step: 1, phase: 'seeking', mode: 'guide', trail: [0], lastUrl: url };
  const { state } = advance({ guide: waits, state: before, page }, { is: 'gave-up' });
  const late = advance({ guide: waits, state, page }, { is: 'reopened' }).state;
  expect(late).toMatchObject({ step: 1, automatic: true, autoAdvancePaused: true });
});

test('a resumed step that is found stays where it is', () => {
  const point = { step: 'reason', mode: 'guide' as const, trail: ['list', 'create', 'name'], lastUrl: url };
  const page = pageWith('create', 'reason');
  const { state } = resume({ guide, page }, point);
  expect(advance({ guide, state, page }, { is: 'found' }).state).toMatchObject({ step: 3, phase: 'showing' });
});

test('a control that goes because of what the person did keeps its step on screen, with Next', () => {
  const page = pageWith('create');
  const gone = advance({ guide, state: seeking({ phase: 'showing' }), page }, { is: 'lost', byPerson: true }).state;
  expect(gone).toMatchObject({ step: 3, phase: 'showing', controlGone: true });
  const later = advance({ guide, state: gone, page }, { is: 'gave-up' });
  expect(later).toEqual({ state: gone, effects: [] });
  expect(advance({ guide, state: gone, page }, { is: 'next' }).state).toMatchObject({ step: 4 });
  expect(advance({ guide, state: gone, page }, { is: 'acted', by: 'input' }).state).toMatchObject({ step: 4 });
  const back = advance({ guide, state: gone, page }, { is: 'found' }).state;
  expect(back.controlGone).toBeUndefined();
});

describe('a step that says which one reveals its control', () => {
  const menu = walkthrough([
    step('menu', { advance: { on: 'hover' } }),
    step('export', { advance: { on: 'hover' }, revealedBy: 'menu' }),
    step('note', { advance: { on: 'next' } }),
    step('pdf', { advance: { on: 'click' }, revealedBy: 'export' }),
  ]);
  const gone = (page: PlayerPage, over: Partial<WalkState> = {}) =>
    advance({ guide: menu, state: seeking({ controlGone: true, ...over }), page }, { is: 'gave-up' }).state;

  test('is led back to that one, and not to the nearest that is there', () => {
    expect(gone(pageWith('menu', 'export', 'note'))).toMatchObject({ step: 1, trail: [0], reopening: true });
  });
  test('is led back to the one that reveals that in turn, if it is not there either', () => {
    expect(gone(pageWith('menu', 'note'))).toMatchObject({ step: 0, trail: [], reopening: true });
  });
  test('is led back also where its control has gone while the person looked, as that of a menu does', () => {
    const shown: WalkState = { step: 3, phase: 'showing', mode: 'guide', trail: [0, 1, 2], lastUrl: url };
    const page = pageWith('menu', 'export');
    const lost = advance({ guide: menu, state: shown, page }, { is: 'lost' }).state;
    expect(advance({ guide: menu, state: lost, page }, { is: 'gave-up' }).state).toMatchObject({ step: 1, phase: 'seeking' });
  });
  test.each<[string, PlayerPage, Partial<WalkState>]>([
    ['none of them is there', pageWith('note'), {}],
    ['the person never came by them', pageWith('menu', 'export'), { trail: [2] }],
    ['its control was never on screen', pageWith('menu', 'export'), { lastUrl: undefined as never }],
    ['it is only shown', pageWith('menu', 'export'), { mode: 'show' }],
  ])('is missing if %s', (_, page, over) => {
    expect(gone(page, over)).toMatchObject({ step: 3, phase: 'missing' });
  });
  test('is missing where a pack names itself or a later one', () => {
    for (const revealedBy of ['pdf', 'nothing']) {
      const odd = walkthrough(menu.steps.map((one) => (one.id === 'pdf' ? { ...one, revealedBy } : one)));
      const { state } = advance({ guide: odd, state: seeking(), page: pageWith('menu', 'pdf') }, { is: 'gave-up' });
      expect(state).toMatchObject({ step: 3, phase: 'missing' });
    }
  });
});
