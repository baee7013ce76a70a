import { useMemo } from 'preact/hooks';
import { composedAncestors } from '../../dom/composed-tree.ts';
import { type Rect, viewportRect } from '../../dom/geometry.ts';
import { viewportSize } from '../../dom/viewport-size.ts';
import type { CardSpot } from '../../model/person/card-spot.ts';
import { standsOutBy } from './contrast-with-page.ts';
import { isClipping, type OutOfSight } from './is-in-view.ts';
import { movedPosition } from './moved-spot.ts';
import { avoidedRects, createCardPlacer } from './place-card.ts';
import { placeMark } from './place-mark.ts';
import { type Box, useAnchoredBox } from './use-anchored-box.ts';

/** Keeps a card beside an element of the page, or where the person has put it, while both are there and the person sees the element. */
export function useCardPosition(box: Box, target: Element | null, gap: number, spot: CardSpot | null = null): void {
  // Kept while the page draws the element anew, so that the card stays on its side.
  const placeCard = useMemo(() => createCardPlacer(gap), [gap]);
  const place = (own: HTMLElement, element: Element, hasPageChanged: boolean) => {
    const moved = spot && movedPosition(spot, own, avoidedRects(element, (own.getRootNode() as ShadowRoot).host));
    const { x, y } = moved || placeCard(own, element, hasPageChanged);
    setLengths(own, { left: x, top: y });
  };
  useAnchoredBox(box, target, place, spot);
}

/** Keeps a small mark on a corner of an element. */
export function useMarkOnCorner(box: Box, target: Element | null): void {
  useAnchoredBox(box, target, (own, element) => {
    const size = own.getBoundingClientRect();
    const rtl = getComputedStyle(element).direction === 'rtl';
    const { x, y } = placeMark(viewportSize(), viewportRect(element), size, rtl);
    setLengths(own, { left: x, top: y });
    setTones(own, element, true);
  });
}

/** Keeps a line of ours along the lower edge of an element, over its last pixel and hardly beyond: what lies below can still be pressed. */
export function useUnderline(box: Box, target: Element | null): void {
  useAnchoredBox(box, target, (own, element) => {
    const { left, bottom, width } = viewportRect(element);
    setLengths(own, { left, top: bottom - 2, width });
    setTones(own, element, true);
  });
}

/** Keeps a box of ours exactly around an element; returns why the person does not see that element now, if so. */
export function useRingAround(box: Box, target: Element | null, margin: number): OutOfSight | null {
  return useAnchoredBox(box, target, (own, element) => {
    const { left, top, right, bottom } = visibleRect(element, margin);
    setLengths(own, { left, top, width: right - left, height: bottom - top });
    setTones(own, element, false);
  });
}

/** Where the ring of an element is. Around a part of the page that is larger than the window, or than the box it scrolls in, it stays in view. */
function visibleRect(element: Element, margin: number): Rect {
  const own = viewportRect(element);
  const { width, height } = viewportSize();
  const around = [new DOMRect(0, 0, width, height)];
  if (own.width > width / 2 || own.height > height / 2)
    around.push(...composedAncestors(element).slice(1).filter(isClipping).map(viewportRect));
  return {
    left: Math.max(own.left - margin, ...around.map(({ left }) => left)),
    top: Math.max(own.top - margin, ...around.map(({ top }) => top)),
    right: Math.min(own.right + margin, ...around.map(({ right }) => right)),
    bottom: Math.min(own.bottom + margin, ...around.map(({ bottom }) => bottom)),
  };
}

/** Keeps a pointer of ours, by its tip, on the lower edge of an element, so that its text can be read. */
export function usePointerOn(box: Box, target: Element | null): void {
  useAnchoredBox(box, target, (own, element) => {
    const { left, top, width, height } = viewportRect(element);
    const zoom = zoomOf(own);
    const across = Math.min(width / 2, maxPointerOffset(width));
    own.style.translate = `${(left + across - 5) / zoom}px ${(top + height - Math.min(height / 4, 8)) / zoom}px`;
  });
}

/** On a wide field the tip does not go as far as the middle: eyes begin where the text does. */
const maxPointerOffset = (width: number): number => Math.max(width * 0.35, 60);

/** Draws a mark in two tones where the accent alone would not stand out from the page. */
function setTones(own: HTMLElement, element: Element, isOnElement: boolean): void {
  const accent = getComputedStyle(own).getPropertyValue('accent-color');
  own.classList.toggle('two-tone', !standsOutBy(element, accent, isOnElement));
}

/** Turns lengths of the window into lengths of our box: a page may zoom its root, and everything in it. */
function setLengths(own: HTMLElement, lengths: Record<string, number>): void {
  const zoom = zoomOf(own);
  for (const [name, length] of Object.entries(lengths)) own.style.setProperty(name, `${length / zoom}px`);
}

const zoomOf = (own: HTMLElement & { currentCSSZoom?: number }): number => own.currentCSSZoom ?? 1;
