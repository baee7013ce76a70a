import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { insist } from '../../src/messaging/insist.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Answers from the n-th time on. */
function deafUntil(nth: number) {
  const told = { times: 0 };
  const tell = async () =>
    ++told.times < nth ? { unanswered: 'The message port closed before a response was received.' } : true;
  return { told, tell };
}

test.each([
  ['heard at once', 1, 1],
  ['heard by the worker that came back', 3, 3],
  ['never heard: it gives up', Number.POSITIVE_INFINITY, 5],
])('%s', async (_, from, times) => {
  const { told, tell } = deafUntil(from);
  const done = insist(tell, () => true);
  await vi.runAllTimersAsync();
  await done;
  expect(told.times).toBe(times);
});

test('what something newer has replaced is not said again', async () => {
  const { told, tell } = deafUntil(9);
  const done = insist(tell, () => told.times < 2);
  await vi.runAllTimersAsync();
  await done;
  expect(told.times).toBe(2);
});
