import { intersects, type Rect, viewportRect } from '../../dom/geometry.ts';
import { INTERACTIVE_ELEMENTS } from '../../dom/interactive-elements.ts';
import { pageElementAcrossFramesAt } from '../../dom/page-element-at.ts';

/** The page's controls, and what it made reachable by keyboard. */
const OCCUPANTS = `${INTERACTIVE_ELEMENTS},[tabindex="0"]`;
/** Distance of the outer points from the sides of the box, in CSS pixels. */
const INSET_PX = 8;

/** Returns a function that tells whether one of the page's controls lies in a box, as nine points in it show. */
export function createOccupancyCheck(document: Document, host: Element): (rect: Rect) => boolean {
  return (rect) => {
    const { left, top, right, bottom } = rect;
    const xs = [left + INSET_PX, (left + right) / 2, right - INSET_PX];
    const ys = [top + INSET_PX, (top + bottom) / 2, bottom - INSET_PX];
    return xs.some((x) =>
      ys.some((y) => {
        const control = pageElementAcrossFramesAt(document, { x, y }, host)?.closest(OCCUPANTS);
        return control ? intersects(viewportRect(control), rect) : false;
      }),
    );
  };
}
