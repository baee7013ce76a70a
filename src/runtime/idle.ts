import { after } from './lifetime.ts';

/** At the latest after this many milliseconds a slice comes, idle or not. */
const timeout = 500;
/** A slice takes about this many milliseconds: well under the 50 that people notice. */
const length = 8;
/** After the work comes a rest this many times as long, so that a page that never stands still gives us a tenth of its time at most. */
const restFactor = 9;
/** And at least so many milliseconds: what changes in each frame is looked at in every third. */
const leastRest = 50;

/** Gives a function that asks for the work to be done in slices of idle time, however often it is called before that is done. It may stop at each `yield`. */
export function idle(work: () => Iterator<void>, lifetime: AbortSignal): () => void {
  let isAsked = false;
  let isAskedAgain = false;
  let restUntil = 0;
  let steps: Iterator<void> | undefined;
  let used = 0;

  function ask(): void {
    isAskedAgain = isAsked;
    if (isAsked) return;
    isAsked = true;
    after(Math.max(0, restUntil - performance.now()), slice, lifetime);
  }

  const slice = () => requestIdleCallback(go, { timeout });

  function go(): void {
    if (lifetime.aborted) return;
    const start = performance.now();
    if (!steps) {
      // What is asked before the work begins, it answers; what is asked while it goes on, it may have missed.
      isAskedAgain = false;
      used = 0;
      steps = work();
    }
    let isDone: boolean | undefined = true;
    try {
      do isDone = steps.next().done;
      while (!isDone && performance.now() < start + length);
    } finally {
      // After a fault of ours the next change of the page is looked at again.
      if (isDone) {
        steps = undefined;
        isAsked = false;
      }
    }
    used += performance.now() - start;
    restUntil = performance.now() + Math.max(leastRest, used * restFactor);
    if (!isDone) slice();
    else if (isAskedAgain) ask();
  }
  return ask;
}
