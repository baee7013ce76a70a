import { after, guarded } from './lifetime.ts';

/** A slice comes after this many milliseconds at the latest, idle or not. */
const IDLE_TIMEOUT_MS = 500;
/** A slice takes about this many milliseconds, well under the 50 that people notice. */
const SLICE_MS = 8;
/** After the work comes a rest this many times as long, so that a page that never stands still gives us a tenth of its time at most. */
const REST_FACTOR = 9;
/** The shortest rest: what changes in every frame is looked at in every third one. */
const MIN_REST_MS = 50;

/**
 * Returns a function that requests the work. The work is done in slices of idle time and may pause at each `yield`. Requests that come
 * before it has begun are answered together; a request that comes while it runs starts it once more afterwards.
 */
export function createIdleTask(work: () => Iterator<void>, lifetime: AbortSignal): () => void {
  let isRequested = false;
  let isRequestedAgain = false;
  let restUntil = 0;
  let steps: Iterator<void> | undefined;
  let usedMs = 0;

  function request(): void {
    isRequestedAgain = isRequested;
    if (isRequested) return;
    isRequested = true;
    after(Math.max(0, restUntil - performance.now()), scheduleSlice, lifetime);
  }

  const scheduleSlice = () => void requestIdleCallback(guarded(lifetime, runSlice), { timeout: IDLE_TIMEOUT_MS });

  function runSlice(): void {
    if (lifetime.aborted) return;
    const start = performance.now();
    if (!steps) {
      // Requests so far are answered by this run; those that come while it goes on may have been missed by it.
      isRequestedAgain = false;
      usedMs = 0;
      steps = work();
    }
    let isDone: boolean | undefined = true;
    try {
      do isDone = steps.next().done;
      while (!isDone && performance.now() < start + SLICE_MS);
    } finally {
      // After an error of ours, too, the next request starts the work again.
      if (isDone) {
        steps = undefined;
        isRequested = false;
      }
    }
    usedMs += performance.now() - start;
    restUntil = performance.now() + Math.max(MIN_REST_MS, usedMs * REST_FACTOR);
    if (!isDone) scheduleSlice();
    else if (isRequestedAgain) request();
  }
  return request;
}
