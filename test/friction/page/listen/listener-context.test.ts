import { afterEach, expect, test, vi } from 'vitest';
import { listen } from '../../../../src/friction/page/listen/listener-context.ts';

afterEach(() => {
  vi.useRealTimers();
});

test('an event that the page has dispatched is charged with the time that its examination took', () => {
  vi.useFakeTimers();
  const charged: number[] = [];
  const sampling = () => ({ isOpen: true, attend: () => {}, charge: (ms: number) => void charged.push(ms) });
  const view = new EventTarget() as Window;
  listen(view, 'toggle' as 'click', () => vi.advanceTimersByTime(3), { lifetime: new AbortController().signal, sampling });
  view.dispatchEvent(new Event('toggle'));
  expect(charged).toHaveLength(1);
  expect(charged[0]).toBeGreaterThanOrEqual(3);
});
