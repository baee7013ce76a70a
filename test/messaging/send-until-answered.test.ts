import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sendUntilAnswered } from '../../src/messaging/send-until-answered.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Answers from the n-th time on. */
function unansweredUntil(nth: number) {
  const sent = { times: 0 };
  const send = async () =>
    ++sent.times < nth ? { unanswered: 'The message port closed before a response was received.' } : true;
  return { told: sent, tell: send };
}

test.each([
  ['heard at once', 1, 1],
  ['heard by the worker that came back', 3, 3],
  ['never heard: it gives up', Number.POSITIVE_INFINITY, 5],
])('%s', async (_, from, times) => {
  const { told, tell } = unansweredUntil(from);
  const done = sendUntilAnswered(tell, () => true);
  await vi.runAllTimersAsync();
  await done;
  expect(told.times).toBe(times);
});

test('what something newer has replaced is not said again', async () => {
  const { told, tell } = unansweredUntil(9);
  const done = sendUntilAnswered(tell, () => told.times < 2);
  await vi.runAllTimersAsync();
  await done;
  expect(told.times).toBe(2);
});
