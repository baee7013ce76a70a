import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { containingRoots } from '../../dom/composed-tree.ts';
import { afterFrame } from '../../runtime/after-frame.ts';
import { createTimer, observe, onAbort } from '../../runtime/lifetime.ts';
import { onTrusted } from '../../runtime/on-trusted.ts';
import { addAnchoredElement } from '../host/anchored-elements.ts';
import { useLayoutLifetime } from '../ui/use-lifetime.ts';
import { followMoves } from './follow-moves.ts';
import { isInView, type OutOfSight, outOfSightBy } from './is-in-view.ts';

export type Box = RefObject<HTMLElement | null>;

/**
 * Places a box of ours by an element of the page, and again whenever the element moves; at most four times a second also when the page
 * changes in a way that may cover or uncover it, or if `placedBy` is another. Returns why the person does not see the element now, if so;
 * until they do, the box is hidden.
 */
export function useAnchoredBox(
  box: Box,
  target: Element | null,
  place: (own: HTMLElement, element: Element, hasPageChanged: boolean) => void,
  placedBy?: unknown,
): OutOfSight | null {
  const [outOfSight, setOutOfSight] = useState<OutOfSight | null>(null);
  const isPlaced = useRef(false);
  useLayoutLifetime(
    (lifetime) => {
      const own = box.current;
      if (!own || !target) return;
      const element = visibleElementOf(target);
      const host = (own.getRootNode() as ShadowRoot).host;
      const update = (hasPageChanged: boolean) => {
        // Redrawn by the page: whoever locates it finds the new one at once, or reports that it is gone. Until then nothing flickers.
        if (!element.isConnected) return;
        const inView = isInView(element, host);
        own.style.visibility = inView ? 'visible' : 'hidden';
        setOutOfSight(inView ? null : outOfSightBy(element));
        isPlaced.current ||= inView;
        if (inView) place(own, element, hasPageChanged);
      };
      // The page may have drawn the element anew before it was first placed: then it would lie in a corner, over whatever is there.
      if (!isPlaced.current) own.style.visibility = 'hidden';
      onAbort(lifetime, addAnchoredElement(host, element));
      onAbort(lifetime, () => {
        own.style.visibility = '';
      });
      followMoves(element, own, () => update(false), lifetime);
      onPageChange(element, () => update(true), lifetime);
    },
    [target, placedBy],
  );
  return outOfSight;
}

/** Checkboxes and switches are often drawn by their label, with the input itself a pixel wide: then the label is what a person presses. */
function visibleElementOf(element: Element): Element {
  if (element.localName !== 'input') return element;
  const { width, height } = element.getBoundingClientRect();
  if (width > 2 && height > 2) return element;
  return [...((element as HTMLInputElement).labels ?? [])].find((label) => label.checkVisibility()) ?? element;
}

/** Milliseconds between two looks at a page that changes all the time. */
const PAGE_CHECK_MS = 250;
/** What enters the top layer changes no attribute; nor does a veil that fades, a view transition, or a menu that appears under the pointer. */
const EVENTS_WITHOUT_MUTATION = ['toggle', 'animationend', 'transitionend', 'pointerover'];
const WATCHED_ATTRIBUTES = ['class', 'style', 'open', 'hidden', 'inert'];

/**
 * Reports changes in every tree that the element is shown in, and events that go with a change of its looks without one: after a frame
 * was drawn, when reading where things are costs the page nothing. Until then nothing more is heard of a page that changes all the time.
 */
function onPageChange(element: Element, callback: () => void, lifetime: AbortSignal): void {
  const timer = createTimer(lifetime);
  const changes = { subtree: true, childList: true, attributes: true, attributeFilter: WATCHED_ATTRIBUTES };
  const observer = observe(MutationObserver, schedule, lifetime);
  const roots = containingRoots(element);
  const listen = () => {
    for (const root of roots) observer.observe(root, changes);
  };

  function schedule(): void {
    if (timer.isWaiting()) return;
    observer.disconnect();
    timer.start(PAGE_CHECK_MS, () => afterFrame(follow, lifetime));
  }
  function follow(): void {
    listen();
    callback();
  }
  for (const root of roots)
    for (const type of EVENTS_WITHOUT_MUTATION) onTrusted(root, type, schedule, lifetime, { capture: true });
  listen();
}
