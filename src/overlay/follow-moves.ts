import { viewOf } from '../runtime/tree.ts';
import { rootsAround } from './flat-tree.ts';
import { onResize } from './on-resize.ts';

/**
 * Calls `moved` at once, and whenever an element may have moved or grown, or our own box has: by scrolling in any tree around it, by
 * resizing, and by what else shifts it. Gives a function that ends it.
 */
export function followMoves(element: Element, own: Element, moved: () => void): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  const soft = { capture: true, passive: true, signal };
  // A scroll within a shadow root is not told outside of it.
  for (const root of rootsAround(element)) {
    root.addEventListener('scroll', moved, soft);
    viewOf(root)?.addEventListener('resize', moved, { signal });
  }
  onResize([element, own], moved, signal);
  followShifts(element, moved, signal);
  moved();
  return () => ended.abort();
}

/** Milliseconds until an element that is wholly out of the window is looked after again. */
const outOfWindow = 1000;
/** The least of it that an observer can be told to wait for. */
const nearlyNone = 1e-7;

/**
 * Nothing tells that an element was pushed aside. An observer whose root is cut to just where the element is sees it leave, or come
 * into, that frame; then the next one is cut anew. https://w3c.github.io/IntersectionObserver/#dom-intersectionobserver-rootmargin
 */
function followShifts(element: Element, moved: () => void, signal: AbortSignal): void {
  const now: { observer?: IntersectionObserver; timer?: ReturnType<typeof setTimeout> } = {};
  const stop = () => {
    now.observer?.disconnect();
    clearTimeout(now.timer);
  };
  signal.addEventListener('abort', stop);

  function cut(threshold: number): void {
    stop();
    if (signal.aborted) return;
    const { left, top, width, height } = element.getBoundingClientRect();
    if (!width || !height) return;
    const root = element.ownerDocument;
    const { clientWidth, clientHeight } = root.documentElement;
    const margins = [top, clientWidth - left - width, clientHeight - top - height, left];
    const seen = ([entry]: IntersectionObserverEntry[]) => {
      const ratio = entry!.intersectionRatio;
      const at = element.getBoundingClientRect();
      // What never stands still is elsewhere before it was seen where it was.
      if (at.left !== left || at.top !== top) {
        moved();
        cut(1);
      } else if (ratio === threshold) return;
      else if (ratio > 0) cut(ratio);
      else now.timer = setTimeout(() => cut(nearlyNone), outOfWindow);
    };
    const rootMargin = margins.map((margin) => `${-Math.floor(margin)}px`).join(' ');
    now.observer = new IntersectionObserver(seen, { rootMargin, threshold, root });
    now.observer.observe(element);
  }
  cut(1);
}
