import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { containingRoots } from '../../dom/composed-tree.ts';
import { viewportRect } from '../../dom/geometry.ts';
import { on, onAbort } from '../../runtime/lifetime.ts';
import { addAnchoredElement } from '../host/anchored-elements.ts';
import { followMoves } from './follow-moves.ts';
import { isInView } from './is-in-view.ts';
import { placeCard } from './place-card.ts';
import { placeMark } from './place-mark.ts';
import { visibleElementOf } from './visible-element-of.ts';

type Box = RefObject<HTMLElement | null>;

/** Keep a card beside an element of the page while both are there and the person sees the element. */
export function useCardPosition(box: Box, target: Element | null, gap: number): void {
  useAnchoredBox(box, target, (own, element) => {
    const { x, y } = placeCard(own, element, gap);
    setLengths(own, { left: x, top: y });
  });
}

/** Keep a small mark on a corner of an element. */
export function useMarkOnCorner(box: Box, target: Element | null): void {
  useAnchoredBox(box, target, (own, element) => {
    const size = own.getBoundingClientRect();
    const rtl = getComputedStyle(element).direction === 'rtl';
    const { x, y } = placeMark({ width: innerWidth, height: innerHeight }, viewportRect(element), size, rtl);
    setLengths(own, { left: x, top: y });
  });
}

/** Keep a line of ours along the lower edge of an element, over its last pixel and hardly beyond: what lies below stays to be pressed. */
export function useUnderline(box: Box, target: Element | null): void {
  useAnchoredBox(box, target, (own, element) => {
    const { left, bottom, width } = viewportRect(element);
    setLengths(own, { left, top: bottom - 2, width });
  });
}

/** Keep a box of ours exactly around an element; says whether the person sees that element now. */
export function useRingAround(box: Box, target: Element | null, margin: number): boolean {
  return useAnchoredBox(box, target, (own, element) => {
    const { left, top, width, height } = viewportRect(element);
    setLengths(own, { left: left - margin, top: top - margin, width: width + 2 * margin, height: height + 2 * margin });
  });
}

/** Keep a mark of ours, by its tip, on the middle of an element: a little below, so that its words can be read. */
export function usePointerOn(box: Box, element: Element | null): void {
  useAnchoredBox(box, element, (own, target) => {
    const { left, top, width, height } = viewportRect(target);
    const zoom = (own as ZoomedBox).currentCSSZoom ?? 1;
    const across = Math.min(width / 2, maxPointerOffset(width));
    own.style.translate = `${(left + across - 5) / zoom}px ${(top + height * 0.6 - 2) / zoom}px`;
  });
}
/** On a wide field the tip does not go as far as its middle: eyes begin where its words do. */
const maxPointerOffset = (width: number): number => Math.max(width * 0.35, 60);

type ZoomedBox = HTMLElement & { currentCSSZoom?: number };

/** Lengths of the window become lengths of ours: a page may zoom its root, and all in it. */
function setLengths(own: HTMLElement, lengths: Record<string, number>): void {
  const zoom = (own as ZoomedBox).currentCSSZoom ?? 1;
  for (const [name, length] of Object.entries(lengths)) own.style.setProperty(name, `${length / zoom}px`);
}

/** Follows scrolling, resizing and moving by observers; and, at most four times a second, changes of the page that may cover or uncover it. */
function useAnchoredBox(box: Box, control: Element | null, place: (own: HTMLElement, element: Element) => void): boolean {
  const [isVisible, setVisible] = useState(true);
  useLayoutEffect(() => {
    const own = box.current;
    if (!own || !control) return undefined;
    const element = visibleElementOf(control);
    const host = (own.getRootNode() as ShadowRoot).host;
    const update = () => {
      // Drawn anew by the page: whoever looks for it finds the new one at once, or says that it is gone. Until then nothing flickers.
      if (!element.isConnected) return;
      const inView = isInView(element, host);
      own.style.visibility = inView ? 'visible' : 'hidden';
      setVisible(inView);
      if (inView) place(own, element);
    };
    const release = addAnchoredElement(host, element);
    const stopFollowing = followMoves(element, own, update);
    const ended = new AbortController();
    onPageChange(element, update, ended.signal);
    return () => {
      release();
      stopFollowing();
      ended.abort();
      own.style.visibility = '';
    };
  }, [control]);
  return isVisible;
}

/** Milliseconds between two looks at a page that changes all the time. */
const PAGE_CHECK_MS = 250;

/** Changes in every tree that the element is shown in, and what may change how it looks with no change of a tree. */
function onPageChange(element: Element, callback: () => void, signal: AbortSignal): void {
  const waiting: { timer?: ReturnType<typeof setTimeout> | undefined } = {};
  const schedule = () => {
    waiting.timer ??= setTimeout(() => {
      waiting.timer = undefined;
      callback();
    }, PAGE_CHECK_MS);
  };
  const observer = new MutationObserver(schedule);
  const changes = { subtree: true, childList: true, attributes: true, attributeFilter };
  for (const root of containingRoots(element)) {
    observer.observe(root, changes);
    for (const type of EVENTS_WITHOUT_MUTATION) on(root, type, schedule, signal, { capture: true });
  }
  onAbort(signal, () => {
    observer.disconnect();
    clearTimeout(waiting.timer);
  });
}

/** What enters the top layer changes no attribute; nor does a veil that fades, a view transition, or a menu that is there under the pointer. */
const EVENTS_WITHOUT_MUTATION = ['toggle', 'animationend', 'transitionend', 'pointerover'];
const attributeFilter = ['class', 'style', 'open', 'hidden', 'inert'];
