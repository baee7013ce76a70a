import { containingRoots } from '../../dom/composed-tree.ts';
import { windowOf } from '../../dom/node-getters.ts';
import { onResize } from './on-resize.ts';

/**
 * Calls `moved` at once, and whenever an element may have moved or grown, or our own box has: by scrolling in any tree around it, by
 * resizing, and by what else shifts it. Gives a function that ends it.
 */
export function followMoves(element: Element, ownBox: Element, onMove: () => void): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  const scrollOptions = { capture: true, passive: true, signal };
  // A scroll within a shadow root is not told outside of it.
  for (const root of containingRoots(element)) {
    root.addEventListener('scroll', onMove, scrollOptions);
    windowOf(root)?.addEventListener('resize', onMove, { signal });
  }
  onResize([element, ownBox], onMove, signal);
  followShifts(element, onMove, signal);
  onMove();
  return () => ended.abort();
}

/** Milliseconds until an element that is wholly out of the window is looked after again. */
const RECHECK_MS = 1000;
/** The least of it that an observer can be told to wait for. */
const MIN_THRESHOLD = 1e-7;

/**
 * Nothing tells that an element was pushed aside. An observer whose root is cut to just where the element is sees it leave, or come
 * into, that frame; then the next one is cut anew. https://w3c.github.io/IntersectionObserver/#dom-intersectionobserver-rootmargin
 */
function followShifts(element: Element, onMove: () => void, signal: AbortSignal): void {
  const now: { observer?: IntersectionObserver; timer?: ReturnType<typeof setTimeout> } = {};
  const stop = () => {
    now.observer?.disconnect();
    clearTimeout(now.timer);
  };
  signal.addEventListener('abort', stop);

  function observeAtCurrentPosition(threshold: number): void {
    stop();
    if (signal.aborted) return;
    const { left, top, width, height } = element.getBoundingClientRect();
    if (!width || !height) return;
    const root = element.ownerDocument;
    const { clientWidth, clientHeight } = root.documentElement;
    const margins = [top, clientWidth - left - width, clientHeight - top - height, left];
    const onIntersection = ([entry]: IntersectionObserverEntry[]) => {
      const ratio = entry!.intersectionRatio;
      const at = element.getBoundingClientRect();
      // What never stands still is elsewhere before it was seen where it was.
      if (at.left !== left || at.top !== top) {
        onMove();
        observeAtCurrentPosition(1);
      } else if (ratio === threshold) return;
      else if (ratio > 0) observeAtCurrentPosition(ratio);
      else now.timer = setTimeout(() => observeAtCurrentPosition(MIN_THRESHOLD), RECHECK_MS);
    };
    const rootMargin = margins.map((margin) => `${-Math.floor(margin)}px`).join(' ');
    now.observer = new IntersectionObserver(onIntersection, { rootMargin, threshold, root });
    now.observer.observe(element);
  }
  observeAtCurrentPosition(1);
}
