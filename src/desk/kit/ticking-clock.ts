import { type ReadonlySignal, signal } from '@preact/signals';

/** Largest error of a "today". */
const TICK_MS = 15_000;

/** The current time as a signal, in milliseconds since the epoch. */
export function createTickingClock(lifetime: AbortSignal): ReadonlySignal<number> {
  const now = signal(Date.now());
  const timer = setInterval(() => {
    now.value = Date.now();
  }, TICK_MS);
  lifetime.addEventListener('abort', () => clearInterval(timer));
  return now;
}
