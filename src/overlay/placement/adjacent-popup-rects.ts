import { composedAncestors } from '../../dom/composed-tree.ts';
import { focusedElement } from '../../dom/focused-text-field.ts';
import { intersects, type Point, type Rect, viewportRect } from '../../dom/geometry.ts';
import { containsElement, matchesSelector } from '../../dom/node-getters.ts';
import { innermostPageElementAt } from '../../dom/page-element-at.ts';
import { viewportSize } from '../../dom/viewport-size.ts';

/** How far from the field its popup may begin, in CSS pixels. */
const DISTANCES_PX = [3, 9, 15, 22];
/** How far from the field the button may be that opens its popup, in CSS pixels. */
const OPENER_DISTANCE_PX = 24;
/** A positioned element that is larger than this share of the window is a part of the page, and one smaller than that is a hint. */
const MAX_SHARE = 0.6;
const MIN_SIDE_PX = 60;

/**
 * Where the date picker, list or menu of a control is that says nothing of it by ARIA attributes: what floats next to the control while the
 * person is in one of the two, or at the button beside the field that opened it.
 */
export function adjacentPopupRects(field: Element, ownHost: Element): Rect[] {
  const focused = focusedElement(field.ownerDocument);
  if (!focused || focused.localName === 'body') return [];
  const rect = viewportRect(field);
  const isAtField = intersects(outset(rect), viewportRect(focused)) && !containsElement(focused, field);
  const found = new Set<Element>();
  for (const point of pointsAround(rect)) {
    const hit = innermostPageElementAt(field.ownerDocument, point, ownHost);
    const popup = hit && composedAncestors(hit).find((one) => isFloating(one) && !containsElement(one, field));
    if (popup && isPopupSize(popup) && (isAtField || hasFocus(field) || hasFocus(popup))) found.add(popup);
  }
  return [...found].map(viewportRect);
}

const pointsAround = ({ left, top, right, bottom }: Rect): Point[] =>
  DISTANCES_PX.flatMap((distance) => [
    ...[left + 6, (left + right) / 2, right - 6].flatMap((x) => [
      { x, y: bottom + distance },
      { x, y: top - distance },
    ]),
    ...[left - distance, right + distance].map((x) => ({ x, y: (top + bottom) / 2 })),
  ]);

const outset = ({ left, top, right, bottom }: Rect): Rect => ({
  left: left - OPENER_DISTANCE_PX,
  top: top - OPENER_DISTANCE_PX,
  right: right + OPENER_DISTANCE_PX,
  bottom: bottom + OPENER_DISTANCE_PX,
});

const isFloating = (element: Element): boolean => /absolute|fixed/.test(getComputedStyle(element).position);

function isPopupSize(element: Element): boolean {
  const [{ width, height }, viewport] = [viewportRect(element), viewportSize()];
  return width >= MIN_SIDE_PX && height >= MIN_SIDE_PX && width * height <= MAX_SHARE * viewport.width * viewport.height;
}

const hasFocus = (element: Element): boolean => matchesSelector(element, ':focus-within');
