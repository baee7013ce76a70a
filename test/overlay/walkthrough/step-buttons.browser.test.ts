import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LocalizedStep } from '../../../src/model/pack/localized-guide.ts';
import type { OutOfSight } from '../../../src/overlay/placement/is-in-view.ts';
import type { StepState } from '../in-page/overlay.tsx';
import { scenesInBrowser } from '../scenes-in-browser.ts';

interface Buttons {
  main: string[];
  all: string[];
}

const lifetime = new AsyncDisposableStack();
afterAll(() => lifetime.disposeAsync());
let page: Page;
beforeAll(async () => {
  const open = await scenesInBrowser(lifetime);
  page = await open('step', 'en', {});
});

const buttonsOf = (states: [StepState, OutOfSight | null][]): Promise<Buttons[]> =>
  page.evaluate(`${JSON.stringify(states)}.map(([state, outOfSight]) => overlayInPage.stepButtons(state, outOfSight))`);

const advances: LocalizedStep['advance'][] = [
  { on: 'next' },
  { on: 'click' },
  { on: 'input', value: { is: 'filled' } },
  { on: 'place', to: '/orders' },
];
const steps: Partial<LocalizedStep>[] = advances.flatMap((advance) => [
  { advance },
  { advance, do: { act: 'click' }, go: '/orders' },
]);
const flags: Omit<StepState, 'step'>[] = [
  {},
  { awaitingConfirmation: true },
  { unmetCheck: 0 },
  { autoAdvancePaused: true },
  { controlGone: true },
  { reported: true },
  { trail: [] },
];
const phases = ['elsewhere', 'seeking', 'showing', 'missing', 'deciding'] as const;
const states = phases.flatMap((phase) =>
  (['guide', 'show', 'do'] as const).flatMap((mode) =>
    steps.flatMap((step) => flags.map((flag): StepState => ({ phase, mode, step, ...flag }))),
  ),
);

test('no state of a step has two main buttons', async () => {
  const all = states.flatMap((state) =>
    (state.phase === 'showing' && !state.controlGone ? ([null, 'scrolled', 'covered', 'hidden'] as const) : [null]).map(
      (outOfSight): [StepState, OutOfSight | null] => [state, outOfSight],
    ),
  );
  const found = await buttonsOf(all);
  expect(all.filter((_, i) => found[i]!.main.length > 1)).toEqual([]);
});

describe('a step whose control is missing', () => {
  const missing: StepState = { phase: 'missing', mode: 'guide', step: { advance: { on: 'click' } } };

  test('has one way on, and the rest behind one button', async () => {
    const [buttons] = await buttonsOf([[missing, null]]);
    expect(buttons).toEqual({ main: ['skipStep'], all: ['skipStep', '…'] });
  });
});

test('a control that is covered or not drawn is not offered to be scrolled to, and one that is scrolled away is', async () => {
  const showing: StepState = { phase: 'showing', mode: 'guide', step: { advance: { on: 'next' } } };
  const [covered, hidden, scrolled] = await buttonsOf([
    [showing, 'covered'],
    [showing, 'hidden'],
    [showing, 'scrolled'],
  ]);
  expect(covered!.all).not.toContain('bringIntoView');
  expect(hidden!.all).not.toContain('bringIntoView');
  expect(scrolled!.main).toEqual(['bringIntoView']);
});

test('a step whose control went because of what the person did has Next, whatever completes it', async () => {
  const found = await buttonsOf(
    advances.map((advance) => [{ phase: 'showing', mode: 'guide', controlGone: true, step: { advance } }, null]),
  );
  for (const { main } of found) expect(main).toEqual(['next']);
});
