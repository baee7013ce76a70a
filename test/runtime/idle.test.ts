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
});
