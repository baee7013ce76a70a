import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createIdleTask } from '../../src/runtime/idle.ts';

let slices: (() => void)[];
beforeEach(() => {
  vi.useFakeTimers();
  slices = [];
  vi.stubGlobal('requestIdleCallback', (callback: () => void) => slices.push(callback));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const runAll = () => {
  vi.runAllTimers();
  for (let slice = slices.shift(); slice; slice = slices.shift()) {
    slice();
    vi.runAllTimers();
  }
};

describe('an idle task', () => {
  test('answers requests made before it begins with one run', () => {
    let runs = 0;
    const request = createIdleTask(function* () {
      runs += 1;
      yield;
    }, new AbortController().signal);
    request();
    request();
    request();
    runAll();
    expect(runs).toBe(1);
  });

  test('runs once more for a request made while it runs', () => {
    let runs = 0;
    const request = createIdleTask(function* () {
      runs += 1;
      if (runs === 1) request();
      yield;
    }, new AbortController().signal);
    request();
    runAll();
    expect(runs).toBe(2);
  });

  test('pauses at a yield once its slice is used up, and goes on in the next', () => {
    const done: number[] = [];
    const request = createIdleTask(function* () {
      for (let step = 0; step < 3; step++) {
        done.push(step);
        vi.advanceTimersByTime(10);
        yield;
      }
    }, new AbortController().signal);
    request();
    vi.advanceTimersByTime(0);
    slices.shift()!();
    expect(done).toEqual([0]);
    runAll();
    expect(done).toEqual([0, 1, 2]);
  });

  test('does not run after its lifetime has ended', () => {
    let runs = 0;
    const lifetime = new AbortController();
    const request = createIdleTask(function* () {
      runs += 1;
      yield;
    }, lifetime.signal);
    request();
    vi.advanceTimersByTime(0);
    lifetime.abort();
    runAll();
    expect(runs).toBe(0);
  });

  describe('with a budget', () => {
    const governed = (isAwaited: () => boolean) => {
      let waitMs = 0;
      const charged: number[] = [];
      let runs = 0;
      const budget = { charge: (ms: number) => void charged.push(ms), waitMs: () => waitMs };
      const work = function* () {
        runs += 1;
        vi.advanceTimersByTime(3);
        yield;
      };
      const request = createIdleTask(work, new AbortController().signal, { budget, isAwaited });
      return { request, charged, runs: () => runs, setWait: (ms: number) => (waitMs = ms) };
    };

    test('waits for it while nobody waits for the work, and is charged what it took', () => {
      const { request, charged, runs, setWait } = governed(() => false);
      setWait(5000);
      expect(request()).toBe(5000);
      vi.advanceTimersByTime(4999);
      expect(slices).toHaveLength(0);
      setWait(0);
      vi.advanceTimersByTime(1);
      slices.shift()!();
      expect(runs()).toBe(1);
      expect(charged).toEqual([3]);
    });

    test('a run that has begun goes on to its end, though its slices have spent the budget', () => {
      let done = 0;
      const budget = { charge: () => {}, waitMs: () => (done > 0 ? 5000 : 0) };
      const work = function* () {
        for (; done < 3; done++) {
          vi.advanceTimersByTime(10);
          yield;
        }
      };
      const request = createIdleTask(work, new AbortController().signal, { budget, isAwaited: () => false });
      request();
      const from = Date.now();
      while (done < 3 && Date.now() < from + 1000) {
        slices.shift()?.();
        vi.advanceTimersByTime(20);
      }
      expect(done).toBe(3);
      vi.advanceTimersByTime(1000);
      expect(request()).toBe(5000);
    });

    test('begins at once when somebody comes to wait, and is not charged then', () => {
      let isAwaited = false;
      const { request, charged, runs, setWait } = governed(() => isAwaited);
      setWait(5000);
      request();
      isAwaited = true;
      expect(request()).toBe(0);
      vi.advanceTimersByTime(0);
      slices.shift()!();
      expect(runs()).toBe(1);
      expect(charged).toEqual([]);
    });
  });
});
