import { expect, test } from 'vitest';
import { advancePointer } from '../../../src/studio/recorder/pointer-machine.ts';

type Name = Parameters<typeof advancePointer>[1];

/** What a sequence of events comes to. */
function outcomesOf(...events: Name[]): string[] {
  let state: Parameters<typeof advancePointer>[0] = 'idle';
  const outcomes: string[] = [];
  for (const event of events) {
    const { to, outcome } = advancePointer(state, event);
    state = to;
    if (outcome) outcomes.push(outcome);
  }
  return outcomes;
}

test.each<[string, Name[], string[]]>([
  ['a click', ['down', 'up', 'click'], ['begin', 'confirm']],
  ['two clicks', ['down', 'up', 'click', 'down', 'up', 'click'], ['begin', 'confirm', 'begin', 'confirm']],
  ['a press whose control is gone before the click', ['down', 'up', 'waited'], ['begin', 'settle']],
  ['a wait that ends after the click', ['down', 'up', 'click', 'waited'], ['begin', 'confirm']],
  ['a press carried elsewhere', ['down', 'far', 'far', 'up', 'click'], ['begin', 'carried', 'unpressed']],
  ['a drag by the browser', ['down', 'far', 'dragstart', 'drop', 'dragend'], ['begin', 'withdraw', 'dropped']],
  ['a drag by the browser that finds no target', ['down', 'dragstart', 'dragend'], ['begin', 'withdraw']],
  ['files dropped from outside', ['drop'], ['dropped']],
  ['a touch that turns into scrolling', ['down', 'cancel', 'up', 'click'], ['begin', 'withdraw', 'unpressed']],
  ['a press that begins before the last one has ended', ['down', 'down', 'up', 'click'], ['begin', 'begin', 'confirm']],
  ['a click without a press', ['click'], ['unpressed']],
])('%s', (_, events, outcomes) => {
  expect(outcomesOf(...events)).toEqual(outcomes);
});
