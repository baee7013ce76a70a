import { after, atEnd } from '../runtime/lifetime.ts';

/** At the latest after this many milliseconds a slice comes, idle or not. */
const latest = 500;
/** After a slice comes a rest this many times as long, so that a page that never stands still gives us a tenth of its time at most. */
const restFactor = 9;

/** Gives a function that asks for one slice of idle time, however often it is called before that comes. */
export function idle(work: () => void, lifetime: AbortSignal): () => void {
  let isAsked = false;
  let restUntil = 0;
  return () => {
    if (isAsked || lifetime.aborted) return;
    isAsked = true;
    const begin = () =>
      slice(() => {
        isAsked = false;
        const start = performance.now();
        work();
        const end = performance.now();
        restUntil = end + (end - start) * restFactor;
      }, lifetime);
    const rest = restUntil - performance.now();
    if (rest > 0) after(rest, begin, lifetime);
    else begin();
  };
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
