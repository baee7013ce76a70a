import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Refusal } from '../../src/messaging/result.ts';
import { sendUntilAnswered } from '../../src/messaging/send-until-answered.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const unanswered: Refusal = { ok: false, why: 'The message port closed before a response was received.', isUnanswered: true };
const refused: Refusal = { ok: false, why: 'It goes on in another tab.' };

/** A background that gives this reply from the n-th time on, and none before. */
function answersFrom(nth: number, reply: { ok: true } | Refusal = { ok: true }) {
  const sent = { times: 0 };
  return { sent, send: async () => (++sent.times < nth ? unanswered : reply) };
}

test.each([
  ['once if it is answered at once', answersFrom(1), 1],
  ['until a restarted worker answers', answersFrom(3), 3],
  ['once if the answer is a refusal', answersFrom(1, refused), 1],
  ['five times if nobody ever answers', answersFrom(Number.POSITIVE_INFINITY), 5],
])('a message is sent %s', async (_, { sent, send }, times) => {
  const done = sendUntilAnswered(send, () => true);
  await vi.runAllTimersAsync();
  await done;
  expect(sent.times).toBe(times);
});

test('a message that a newer one has replaced is not sent again', async () => {
  const { sent, send } = answersFrom(9);
  const done = sendUntilAnswered(send, () => sent.times < 2);
  await vi.runAllTimersAsync();
  await done;
  expect(sent.times).toBe(2);
});
