import type { Clock } from '../../src/runtime/clock.ts';

export interface HandClock extends Clock {
  /** Lets time pass: due timers run in order, each at its own time. */
  advance(ms: number): void;
  /** How many timers are waiting. */
  readonly waiting: number;
}

/** A clock that a test moves by hand. */
export function handClock(start = Date.UTC(2026, 10, 2, 8)): HandClock {
  let now = start;
  const timers = new Set<{ due: number; act: () => void }>();
  const nextUntil = (end: number) => [...timers].filter(({ due }) => due <= end).sort((a, b) => a.due - b.due)[0];
  return {
    now: () => now,
    after(ms, act) {
      const timer = { due: now + ms, act };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    advance(ms) {
      const end = now + ms;
      for (let timer = nextUntil(end); timer; timer = nextUntil(end)) {
        timers.delete(timer);
        now = timer.due;
        timer.act();
      }
      now = end;
    },
    get waiting() {
      return timers.size;
    },
  };
}
