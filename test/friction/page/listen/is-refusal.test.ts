import { expect, test } from 'vitest';
import { isInvalidEventRefusal, isMarkRefusal } from '../../../../src/friction/page/listen/is-refusal.ts';

const by = (type: string, at = 5000) => ({ type, at, target: null });

test.each([
  ['right after a press on a button', { attemptedAt: 5000, typedAt: 4000 }, null, 5010, true],
  ['in the press itself', { attemptedAt: 5000, typedAt: 4000 }, by('click'), 5000, true],
  ['by Enter, which the browser turns into a click', { attemptedAt: 5002, typedAt: 5000 }, null, 5003, true],
  ['by Enter in a form without a button', { attemptedAt: 5000, typedAt: 5000 }, by('keydown'), 5001, true],
  ['with a key that is pressed soon after a press', { attemptedAt: 4999, typedAt: 4000 }, by('keydown'), 5001, false],
  ['with a key that is typed', { attemptedAt: 0, typedAt: 5000 }, by('input'), 5001, false],
  ['with a key that is typed soon after a press', { attemptedAt: 4800, typedAt: 5000 }, by('input'), 5001, false],
  ['a little after typing', { attemptedAt: 0, typedAt: 5000 }, null, 5300, false],
  ['when a field is changed or left', { attemptedAt: 5000, typedAt: 4000 }, by('change', 5010), 5010, false],
  ['by a timer, long after a press', { attemptedAt: 5000, typedAt: 4000 }, null, 9000, false],
  ['before anything was done', { attemptedAt: 0, typedAt: 0 }, null, 50_000, false],
] as const)('an event "invalid" %s', (_, input, cause, at, expected) => {
  expect(isInvalidEventRefusal(input, cause, at)).toBe(expected);
});

test.each([
  ['while the person types in it', { attemptedAt: 0, typedAt: 5000 }, true, 5200, false],
  ['when they pause in it', { attemptedAt: 0, typedAt: 5000 }, true, 6500, true],
  ['after they have left it', { attemptedAt: 0, typedAt: 5000 }, false, 5050, true],
  ['after Enter', { attemptedAt: 5002, typedAt: 5000 }, true, 5200, true],
] as const)('a mark on a field %s', (_, input, hasFocus, at, expected) => {
  expect(isMarkRefusal(input, hasFocus, at)).toBe(expected);
});
