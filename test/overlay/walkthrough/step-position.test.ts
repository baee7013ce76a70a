import { expect, test } from 'vitest';
import { stepPosition } from '../../../src/overlay/walkthrough/step-position.ts';
import { step, walkthrough } from '../../player/a-guide.ts';

const guide = walkthrough(['cookies', 'amount', 'save', 'reason', 'end'].map((id) => step(id)));

test.each<[string, number, number[], [number, number]]>([
  ['the first step', 0, [], [1, 5]],
  ['a step that all before it led to', 2, [0, 1], [3, 5]],
  ['the first step that is shown, after an optional one', 1, [], [1, 4]],
  ['the last step after a branch that left one out', 4, [1, 2], [3, 3]],
  ['a step that the walkthrough has come back to from a later one', 1, [0, 1, 2], [2, 5]],
])('%s is counted among the steps that the person sees', (_, stepIndex, trail, [position, count]) => {
  expect(stepPosition({ guide, stepIndex, trail })).toEqual({ position, count });
});
