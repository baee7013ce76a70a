import { containingRoots } from '../../dom/composed-tree.ts';
import { windowOf } from '../../dom/node-getters.ts';
import { after, childLifetime, observe } from '../../runtime/lifetime.ts';
import { onTrusted } from '../../runtime/on-trusted.ts';
import { onResize } from './on-resize.ts';

/**
 * Calls `onMove` at once, and whenever an element may have moved or changed its size, or our own box has: by scrolling in any tree around
 * it, by resizing, and by whatever else shifts it.
 */
export function followMoves(element: Element, ownBox: Element, onMove: () => void, lifetime: AbortSignal): void {
  // Scrolling within a shadow root is not reported outside of it.
  for (const root of containingRoots(element)) {
    onTrusted(root, 'scroll', onMove, lifetime, { capture: true, passive: true });
    const window = windowOf(root);
    if (window) onTrusted(window, 'resize', onMove, lifetime);
  }
  onResize([element, ownBox], onMove, lifetime);
  followShifts(element, onMove, lifetime);
  onMove();
}

/** Milliseconds until an element that is wholly outside of the window is looked for again. */
const RECHECK_MS = 1000;
/** The smallest share of an element that an observer can be told to wait for. */
const MIN_THRESHOLD = 1e-7;

/**
 * No event reports that an element was pushed aside. An observer whose root is cut to exactly where the element is sees it leave that
 * frame, or come into it; then the next one is cut. https://w3c.github.io/IntersectionObserver/#dom-intersectionobserver-rootmargin
 */
function followShifts(element: Element, onMove: () => void, lifetime: AbortSignal): void {
  let current = childLifetime(lifetime);

  function observeAtCurrentPosition(threshold: number): void {
    current.abort();
    current = childLifetime(lifetime);
    const { signal } = current;
    const { left, top, width, height } = element.getBoundingClientRect();
    if (!width || !height) return;
    const root = element.ownerDocument;
    const { clientWidth, clientHeight } = root.documentElement;
    const margins = [top, clientWidth - left - width, clientHeight - top - height, left];
    const onIntersection = ([entry]: IntersectionObserverEntry[]) => {
      const ratio = entry!.intersectionRatio;
      const now = element.getBoundingClientRect();
      // An element that never stands still is elsewhere before it was seen where it was.
      if (now.left !== left || now.top !== top) {
        onMove();
        observeAtCurrentPosition(1);
      } else if (ratio === threshold) return;
      else if (ratio > 0) observeAtCurrentPosition(ratio);
      else after(RECHECK_MS, () => observeAtCurrentPosition(MIN_THRESHOLD), signal);
    };
    const rootMargin = margins.map((margin) => `${-Math.floor(margin)}px`).join(' ');
    observe(IntersectionObserver, onIntersection, signal, (observer) => observer.observe(element), {
      rootMargin,
      threshold,
      root,
    });
  }
  observeAtCurrentPosition(1);
}
