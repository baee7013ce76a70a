import { viewportRect } from '../../dom/geometry.ts';
import { standsOutBy } from './contrast-with-page.ts';
import type { OutOfSight } from './is-in-view.ts';
import { placeCard } from './place-card.ts';
import { placeMark } from './place-mark.ts';
import { type Box, useAnchoredBox } from './use-anchored-box.ts';

/** Keeps a card beside an element of the page while both are there and the person sees the element. */
export function useCardPosition(box: Box, target: Element | null, gap: number): void {
  useAnchoredBox(box, target, (own, element) => {
    const { x, y } = placeCard(own, element, gap);
    setLengths(own, { left: x, top: y });
  });
}

/** Keeps a small mark on a corner of an element. */
export function useMarkOnCorner(box: Box, target: Element | null): void {
  useAnchoredBox(box, target, (own, element) => {
    const size = own.getBoundingClientRect();
    const rtl = getComputedStyle(element).direction === 'rtl';
    const { x, y } = placeMark({ width: innerWidth, height: innerHeight }, viewportRect(element), size, rtl);
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
    const { left, top, width, height } = viewportRect(element);
    setLengths(own, { left: left - margin, top: top - margin, width: width + 2 * margin, height: height + 2 * margin });
    setTones(own, element, false);
  });
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
