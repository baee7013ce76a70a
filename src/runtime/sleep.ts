import type { Clock } from './clock.ts';
import { after, childLifetime, onAbort } from './lifetime.ts';

/** Resolves after `ms`, or as soon as `signal` aborts. */
export function sleep(ms: number, signal: AbortSignal, clock: Clock): Promise<void> {
  const turn = childLifetime(signal);
  return new Promise((resolve) => {
    onAbort(turn.signal, resolve);
    after(Math.max(ms, 0), () => turn.abort(), turn.signal, clock);
  });
}
