import { composedAncestors } from '../../dom/composed-tree.ts';
import { type Rect, viewportRect } from '../../dom/geometry.ts';
import { containsElement } from '../../dom/node-getters.ts';
import { innermostPageElementAt } from '../../dom/page-element-at.ts';

/** How far from the field its popup may begin, in CSS pixels. */
const DISTANCES_PX = [3, 9, 15];
/** A positioned element that is larger than this share of the window is a part of the page, and one smaller than that is a hint. */
const MAX_SHARE = 0.6;
const MIN_SIDE_PX = 60;

/**
 * Where the date picker or list of a field is that says nothing of it by ARIA attributes: what floats next to the field while the person
 * is in one of the two.
 */
export function adjacentPopupRects(field: Element, ownHost: Element): Rect[] {
  const { left, top, right, bottom } = viewportRect(field);
  const found = new Set<Element>();
  for (const x of [left + 6, (left + right) / 2, right - 6])
    for (const distance of DISTANCES_PX)
      for (const y of [bottom + distance, top - distance]) {
        const hit = innermostPageElementAt(field.ownerDocument, { x, y }, ownHost);
        const popup = hit && composedAncestors(hit).find((one) => isFloating(one) && !containsElement(one, field));
        if (popup && isPopupSize(popup) && (hasFocus(field) || hasFocus(popup))) found.add(popup);
      }
  return [...found].map(viewportRect);
}

const isFloating = (element: Element): boolean => /absolute|fixed/.test(getComputedStyle(element).position);

function isPopupSize(element: Element): boolean {
  const { width, height } = viewportRect(element);
  return width >= MIN_SIDE_PX && height >= MIN_SIDE_PX && width * height <= MAX_SHARE * innerWidth * innerHeight;
}

const hasFocus = (element: Element): boolean => element.matches(':focus-within');
