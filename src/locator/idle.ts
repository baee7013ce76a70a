import { after, atEnd } from '../runtime/lifetime.ts';

/** At the latest after this many milliseconds a slice comes, idle or not. */
const latest = 500;
/** A slice takes about this many milliseconds: well under the 50 that people notice. */
const length = 8;
/** After the work comes a rest this many times as long, so that a page that never stands still gives us a tenth of its time at most. */
const restFactor = 9;

/** Work that may stop at each `yield`, and may ask whether its slice is over. */
export type Work = (isOver: () => boolean) => Generator<void, void> | void;

/** Gives a function that asks for the work to be done in slices of idle time, however often it is called before that is done. */
export function idle(work: Work, lifetime: AbortSignal): () => void {
  let isAsked = false;
  let isAskedAgain = false;
  let restUntil = 0;

  function ask(): void {
    isAskedAgain = isAsked;
    if (isAsked || lifetime.aborted) return;
    isAsked = true;
    const rest = restUntil - performance.now();
    if (rest > 0) after(rest, begin, lifetime);
    else begin();
  }

  function begin(): void {
    let until = 0;
    let used = 0;
    let steps: ReturnType<Work>;
    const isOver = () => performance.now() >= until;
    const go = () => {
      const start = performance.now();
      until = start + length;
      // What is asked before the work begins, it answers; what is asked while it goes on, it may have missed.
      if (used === 0) isAskedAgain = false;
      steps ??= work(isOver);
      let isDone = !steps;
      try {
        while (steps && !isDone) {
          isDone = !!steps.next().done;
          if (isOver()) break;
        }
      } catch (fault) {
        isAsked = false; // the next change of the page is looked at again
        throw fault;
      }
      used += performance.now() - start;
      if (!isDone) return slice(go, lifetime);
      isAsked = false;
      restUntil = performance.now() + used * restFactor;
      if (isAskedAgain) ask();
    };
    slice(go, lifetime);
  }
  return ask;
}

function slice(work: () => void, lifetime: AbortSignal): void {
  if (typeof requestIdleCallback !== 'function') {
    after(50, work, lifetime);
    return;
  }
  const done = new AbortController();
  const id = requestIdleCallback(
    () => {
      done.abort();
      work();
    },
    { timeout: latest },
  );
  atEnd(lifetime, () => cancelIdleCallback(id), done.signal);
}
