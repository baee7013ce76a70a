import { autoUpdate, computePosition, offset, shift } from '@floating-ui/dom';
import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { isInView } from './is-in-view.ts';
import { placeCard } from './place-card.ts';
import { viewportRect } from './viewport-rect.ts';

type Box = RefObject<HTMLElement | null>;

/** Keep a card beside an element of the page while both are there and the person sees the element. */
export function useCardBeside(box: Box, beside: Element | null, gap: number): void {
  useFollowing(box, beside, async (own, element) => {
    const { x, y } = await placeCard(own, element, gap);
    Object.assign(own.style, { left: `${x}px`, top: `${y}px` });
  });
}

/** Keep a small mark on the upper outer corner of an element. */
export function useOnCorner(box: Box, beside: Element | null): void {
  useFollowing(box, beside, async (own, element) => {
    const reference = { getBoundingClientRect: () => viewportRect(element), contextElement: element };
    const middleware = [offset({ mainAxis: -9, crossAxis: 11 }), shift({ padding: 2, crossAxis: true })];
    const { x, y } = await computePosition(reference, own, { strategy: 'fixed', placement: 'top-end', middleware });
    Object.assign(own.style, { left: `${x}px`, top: `${y}px` });
  });
}

/** Keep a box of ours exactly around an element; says whether the person sees that element now. */
export function useAround(box: Box, around: Element | null, margin: number): boolean {
  return useFollowing(box, around, async (own, element) => {
    const { left, top, width, height } = viewportRect(element);
    Object.assign(own.style, {
      left: `${left - margin}px`,
      top: `${top - margin}px`,
      width: `${width + 2 * margin}px`,
      height: `${height + 2 * margin}px`,
    });
  });
}

/** Follows scrolling, resizing and moving by observers; and, at most four times a second, changes of the page that may cover or uncover it. */
function useFollowing(box: Box, element: Element | null, place: (own: HTMLElement, element: Element) => Promise<void>): boolean {
  const [seen, setSeen] = useState(true);
  useLayoutEffect(() => {
    const own = box.current;
    if (!own || !element) return undefined;
    const update = () => {
      const host = (own.getRootNode() as ShadowRoot).host;
      const inView = isInView(element, host);
      own.style.visibility = inView ? 'visible' : 'hidden';
      setSeen(inView);
      if (inView) void place(own, element);
    };
    const reference = { getBoundingClientRect: () => viewportRect(element), contextElement: element };
    const stopFollowing = autoUpdate(reference, own, update);
    const stopWatching = onPageChange(own.ownerDocument, update);
    return () => {
      stopFollowing();
      stopWatching();
    };
  }, [element]);
  return seen;
}

/** Milliseconds between two looks at a page that changes all the time. */
const pace = 250;

function onPageChange(document: Document, act: () => void): () => void {
  const waiting: { timer?: ReturnType<typeof setTimeout> | undefined } = {};
  const observer = new MutationObserver(() => {
    waiting.timer ??= setTimeout(() => {
      waiting.timer = undefined;
      act();
    }, pace);
  });
  observer.observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['class', 'style', 'open', 'hidden'],
  });
  return () => {
    observer.disconnect();
    clearTimeout(waiting.timer);
  };
}
