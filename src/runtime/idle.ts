import { afterFrame } from './after-frame.ts';
import { createTimer, guarded } from './lifetime.ts';
import type { WorkBudget } from './work-budget.ts';

/** A slice comes after this many milliseconds at the latest, idle or not. */
const IDLE_TIMEOUT_MS = 500;
/** A slice takes about this many milliseconds, well under the 50 that people notice. */
const SLICE_MS = 8;
/** While somebody waits, the work is followed by a rest this many times as long, so that a page that never stands still gives us a tenth of its time at most. */
const REST_FACTOR = 9;
/** The shortest rest: what changes in every frame is looked at in every third one. */
const MIN_REST_MS = 50;

export interface WorkGovernor {
  /** What the work may take while nobody waits for it. */
  budget: WorkBudget;
  /** Does somebody wait for it? Nobody ever does unless this says so. */
  isAwaited?(): boolean;
}

/**
 * Returns a function that requests the work, and answers in how many milliseconds it may begin. The work is done in slices of idle time,
 * each after a frame was drawn, and may pause at each `yield`. Requests that come before it has begun are answered together; a request that
 * comes while it runs starts it once more afterwards. While nobody waits for it, it begins only when its budget allows, and then runs to its end:
 * stopped half-way, it would have to follow what changes meanwhile. A request is heeded at once when somebody waits.
 */
export function createIdleTask(
  work: () => Iterator<void>,
  lifetime: AbortSignal,
  { budget, isAwaited }: Partial<WorkGovernor> = {},
): () => number {
  let isRequested = false;
  let isRequestedAgain = false;
  let restUntil = 0;
  let startsAt = 0;
  let steps: Iterator<void> | undefined;
  let usedMs = 0;
  const rest = createTimer(lifetime);

  const restMs = () => Math.max(0, restUntil - performance.now(), isAwaited?.() || steps ? 0 : (budget?.waitMs() ?? 0));

  function request(): number {
    isRequestedAgain = isRequested;
    isRequested = true;
    const at = performance.now() + restMs();
    if (!isRequestedAgain || (rest.isWaiting() && at < startsAt)) resumeAfterRest();
    return Math.max(0, startsAt - performance.now());
  }

  function resumeAfterRest(): void {
    const ms = restMs();
    startsAt = performance.now() + ms;
    if (ms > 0 || !steps) rest.start(ms, scheduleSlice);
    else scheduleSlice();
  }

  const scheduleSlice = () =>
    void requestIdleCallback(
      guarded(lifetime, () => afterFrame(runSlice, lifetime)),
      { timeout: IDLE_TIMEOUT_MS },
    );

  function runSlice(): void {
    if (lifetime.aborted) return;
    const start = performance.now();
    const wasAwaited = isAwaited?.();
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
      const sliceMs = performance.now() - start;
      usedMs += sliceMs;
      if (!wasAwaited) budget?.charge(sliceMs);
    }
    restUntil = 0;
    if (isDone) restUntil = performance.now() + Math.max(MIN_REST_MS, usedMs * REST_FACTOR);
    if (!isDone) resumeAfterRest();
    else if (isRequestedAgain) request();
  }
  return request;
}
