import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pollDelay, startPolling } from '../../../src/desk/kit/polling.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A tab that a test shows and hides, before a hub that a test stills. */
function watched() {
  const life = new AbortController();
  const state = { visible: true, answering: true, polls: [] as number[] };
  let wake = () => {};
  const from = Date.now();
  const { pollNow } = startPolling({
    poll: async () => {
      state.polls.push(Date.now() - from);
      return state.answering;
    },
    tab: {
      isVisible: () => state.visible,
      onWake: (given) => {
        wake = given;
      },
    },
    lifetime: life.signal,
  });
  const show = (visible: boolean) => {
    state.visible = visible;
    wake();
  };
  return { state, show, lookNow: pollNow, end: () => life.abort() };
}

test.each([
  [0, 1_500],
  [1, 3_000],
  [2, 6_000],
  [3, 12_000],
  [4, 24_000],
  [5, 30_000],
  [60, 30_000],
])('after %i failures the next poll is in %i ms', (failures, delay) => {
  expect(pollDelay(failures)).toBe(delay);
});

test('polling starts at once and repeats every second and a half', async () => {
  const { state } = watched();
  await vi.advanceTimersByTimeAsync(4_600);
  expect(state.polls).toEqual([0, 1_500, 3_000, 4_500]);
});

test('a hidden tab does not poll, and polls at once when shown', async () => {
  const { state, show } = watched();
  await vi.advanceTimersByTimeAsync(1_000);
  show(false);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(state.polls).toEqual([0]);
  show(true);
  await vi.advanceTimersByTimeAsync(10);
  expect(state.polls).toEqual([0, 61_000]);
});

test('polling backs off without answers and returns to its interval with the first answer', async () => {
  const { state, lookNow } = watched();
  state.answering = false;
  await vi.advanceTimersByTimeAsync(21_000);
  expect(state.polls).toEqual([0, 3_000, 9_000, 21_000]);
  state.answering = true;
  lookNow();
  await vi.advanceTimersByTimeAsync(1_500);
  expect(state.polls).toEqual([0, 3_000, 9_000, 21_000, 21_000, 22_500]);
});

test('no poll starts while another is pending', async () => {
  const life = new AbortController();
  let under = 0;
  let most = 0;
  const { pollNow } = startPolling({
    poll: async () => {
      under += 1;
      most = Math.max(most, under);
      await new Promise((resolve) => setTimeout(resolve, 9_000));
      under -= 1;
      return true;
    },
    tab: { isVisible: () => true, onWake: () => {} },
    lifetime: life.signal,
  });
  for (let second = 0; second < 30; second += 1) {
    await vi.advanceTimersByTimeAsync(1_000);
    pollNow();
  }
  expect(most).toBe(1);
});

test('no timer and no listener remains when the lifetime ends', async () => {
  const { state, end } = watched();
  await vi.advanceTimersByTimeAsync(2_100);
  end();
  expect(vi.getTimerCount()).toBe(0);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(state.polls).toEqual([0, 1_500]);
});
