import { after, childLifetime, onAbort } from './lifetime.ts';

/**
 * Attempts at once and, until an attempt succeeds, again after each wait in milliseconds. Returns whether one succeeded. When `signal`
 * ends there are no further attempts.
 */
export async function retry(
  waitsMs: readonly number[],
  attempt: () => Promise<boolean>,
  signal: AbortSignal = new AbortController().signal,
): Promise<boolean> {
  if (await attempt()) return true;
  for (const wait of waitsMs) {
    await waitFor(wait, signal);
    if (signal.aborted) return false;
    if (await attempt()) return true;
  }
  return false;
}

/** Settles after `ms` milliseconds, or when `signal` ends. */
const waitFor = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const wait = childLifetime(signal);
    onAbort(wait.signal, resolve);
    after(ms, () => wait.abort(), wait.signal);
  });
