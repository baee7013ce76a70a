import { atEnd } from '../runtime/lifetime.ts';

/** At the latest after this many milliseconds a slice comes, idle or not. */
const latest = 500;

/** Gives a function that asks for one slice of idle time, however often it is called before that comes. */
export function idle(work: () => void, lifetime: AbortSignal): () => void {
  let asked: (() => void) | undefined;
  atEnd(lifetime, () => asked?.());
  return () => {
    if (asked || lifetime.aborted) return;
    asked = slice(() => {
      asked = undefined;
      work();
    });
  };
}

function slice(work: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const id = requestIdleCallback(work, { timeout: latest });
    return () => cancelIdleCallback(id);
  }
  const id = setTimeout(work, 50);
  return () => clearTimeout(id);
}
