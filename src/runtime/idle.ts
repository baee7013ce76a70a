import { after } from './lifetime.ts';

/** At the latest after this many milliseconds a slice comes, idle or not. */
const IDLE_TIMEOUT_MS = 500;
/** A slice takes about this many milliseconds: well under the 50 that people notice. */
const SLICE_MS = 8;
/** After the work comes a rest this many times as long, so that a page that never stands still gives us a tenth of its time at most. */
const REST_FACTOR = 9;
/** And at least so many milliseconds: what changes in each frame is looked at in every third. */
const MIN_REST_MS = 50;

/** Gives a function that asks for the work to be done in slices of idle time, however often it is called before that is done. It may stop at each `yield`. */
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

  const scheduleSlice = () => requestIdleCallback(runSlice, { timeout: IDLE_TIMEOUT_MS });

  function runSlice(): void {
    if (lifetime.aborted) return;
    const start = performance.now();
    if (!steps) {
      // What is asked before the work begins, it answers; what is asked while it goes on, it may have missed.
      isRequestedAgain = false;
      usedMs = 0;
      steps = work();
    }
    let isDone: boolean | undefined = true;
    try {
      do isDone = steps.next().done;
      while (!isDone && performance.now() < start + SLICE_MS);
    } finally {
      // After a fault of ours the next change of the page is looked at again.
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
