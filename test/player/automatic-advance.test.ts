import { expect, test } from 'vitest';
import type { LocalizedStep } from '../../src/model/pack/localized-guide.ts';
import { advance } from '../../src/player/advance.ts';
import { begin } from '../../src/player/open-walkthrough.ts';
import type { PlayerEvent, PlayerPage } from '../../src/player/transition.ts';
import { step, walkthrough } from './a-guide.ts';

const page: PlayerPage = { url: 'https://app.example/orders', holds: () => false };
const appears = { advance: { on: 'appears' as const, anchor: { role: 'status', name: 'Saved' } }, anchor: undefined };

/** Plays the events from the first step, and returns the id of the step that is on screen then, with a star if it waits for the person. */
function play(steps: LocalizedStep[], events: readonly PlayerEvent['is'][], at: PlayerPage = page): string {
  const guide = walkthrough(steps);
  let { state } = begin({ guide, page: at });
  for (const is of events) ({ state } = advance({ guide, state, page: at }, { is } as PlayerEvent));
  return `${guide.steps[state.step]!.id}${state.autoAdvancePaused ? '*' : ''}${state.phase === 'finished' ? ' finished' : ''}`;
}

const chain = [step('one', appears), step('two', appears), step('three', appears), step('end')];

test('the page completes one step, and the next one waits for the person', () => {
  expect(play(chain, ['met'])).toBe('two*');
  expect(play(chain, ['met', 'met', 'met'])).toBe('two*');
});

test.each<[string, PlayerEvent['is'][], string]>([
  ['Next', ['met', 'next', 'met'], 'end'],
  ['a click in the page', ['met', 'touched', 'met'], 'three*'],
  ['an arrival', ['met', 'arrived', 'met'], 'three*'],
])('%s lets the page complete another one', (_name, events, expected) => {
  expect(play(chain, events)).toBe(expected);
});

test('a step that the person completes is completed at once after one that the page completed', () => {
  expect(play([step('one', appears), step('two'), step('end')], ['met'])).toBe('two');
});

test('optional steps that the page does not have are passed over between two, and are no act of the person', () => {
  const steps = [step('one', appears), step('popup', { optional: true }), step('two', appears), step('end')];
  expect(play(steps, ['met', 'gave-up'])).toBe('two*');
});

test('optional steps with conditional branches do not pass themselves over in a row', () => {
  const probe = (id: string) =>
    step(id, {
      optional: true,
      next: [{ if: { is: 'value', value: { is: 'filled' } }, to: 'end' }, { to: id === 'a' ? 'b' : 'c' }],
    });
  expect(play([probe('a'), probe('b'), step('c'), step('end')], ['gave-up', 'gave-up', 'gave-up'])).toBe('b*');
});

test('a branch that is decided after an automatic advance belongs to it', () => {
  const branching = step('one', {
    ...appears,
    next: [{ if: { is: 'appears', anchor: { role: 'alert' } }, to: 'end' }, { to: 'two' }],
  });
  expect(play([branching, step('two', appears), step('end')], ['met', 'gave-up', 'met'])).toBe('two*');
});

test('steps that wait for the address where the person already is are completed together, but not beyond a decision', () => {
  const reached = { anchor: undefined, advance: { on: 'place' as const, to: '/orders' } };
  expect(play([step('a', reached), step('b', reached), step('c')], [])).toBe('c');
  expect(play([step('a', reached), step('b', appears), step('c')], [])).toBe('b*');
  const decides = {
    ...reached,
    next: [{ if: { is: 'value' as const, value: { is: 'filled' as const } }, to: 'c' }, { to: 'b' }],
  };
  expect(play([step('a', decides), step('b', reached), step('c')], ['gave-up'])).toBe('b*');
});
