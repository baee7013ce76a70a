import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchPageChanges } from '../../../src/overlay/placement/watch-page-changes.ts';

let disconnected: number;
let report: () => void;
beforeEach(() => {
  disconnected = 0;
  class FakeObserver {
    constructor(callback: () => void) {
      report = callback;
    }
    observe() {}
    disconnect() {
      disconnected += 1;
    }
  }
  vi.stubGlobal('MutationObserver', FakeObserver);
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('innerWidth', 1000);
  vi.stubGlobal('innerHeight', 700);
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a page that dispatches events of its own does not set us to work, and one that changes does', () => {
  const page = Object.assign(new EventTarget(), { elementFromPoint: () => null });
  const onChange = vi.fn();
  watchPageChanges({ ownerDocument: page } as unknown as Element, onChange, new AbortController().signal);
  for (const type of ['scroll', 'toggle', 'transitionend', 'animationend']) page.dispatchEvent(new Event(type));
  window.dispatchEvent(new Event('resize'));
  expect([disconnected, vi.getTimerCount()]).toEqual([0, 0]);
  report();
  expect([disconnected, vi.getTimerCount()]).toEqual([1, 1]);
});
