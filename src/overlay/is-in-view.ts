import { treesAround } from './trees-around.ts';
import { frameShift, viewportRect } from './viewport-rect.ts';

/**
 * Does a person see this element now, and can they press it? Not if it is outside of the window, scrolled away within its box or its
 * frame, inert, or lies under something of the page's: guidance would point at what is not there for them.
 */
export function isInView(element: Element, own: Element): boolean {
  if (!element.isConnected) return false;
  const rect = viewportRect(element);
  const { innerWidth, innerHeight } = own.ownerDocument.defaultView ?? window;
  const x = (Math.max(rect.left, 0) + Math.min(rect.right, innerWidth)) / 2;
  const y = (Math.max(rect.top, 0) + Math.min(rect.bottom, innerHeight)) / 2;
  if (rect.width === 0 || rect.height === 0 || rect.right <= 0 || rect.bottom <= 0) return false;
  if (rect.left >= innerWidth || rect.top >= innerHeight) return false;
  return treesAround(element).every(({ root, holder }) => {
    const shift = frameShift(holder);
    return !holder.closest('[inert]') && isUpThere(root, holder, x - shift.x, y - shift.y, own);
  });
}

/** Whether a press at that point would reach the element, something in it, or something drawn as part of it. */
function isUpThere(root: Document | ShadowRoot, element: Element, x: number, y: number, own: Element): boolean {
  // A root answers for its own tree, whatever lies over its host: each tree outwards is asked.
  const hit = (root.elementsFromPoint?.(x, y) ?? []).find((one) => one !== own);
  if (!hit) return false;
  return hit.contains(element) || near(element).contains(hit);
}

/** Ready-made controls lay their looks over the element that has the role, a level or two up and down again. */
const near = (element: Element): Element => element.parentElement?.parentElement ?? element.parentElement ?? element;
