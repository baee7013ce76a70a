import { composedAncestors } from '../../dom/composed-tree.ts';
import { FRAMES } from '../../dom/frames.ts';
import { type Rect, viewportRect } from '../../dom/geometry.ts';
import { INTERACTIVE_ELEMENTS } from '../../dom/interactive-elements.ts';
import { matchesSelector } from '../../dom/node-getters.ts';
import { innermostPageElementAt } from '../../dom/page-element-at.ts';

/** The page's controls, and what it made reachable by keyboard. */
const OCCUPANTS = `${INTERACTIVE_ELEMENTS},[tabindex="0"],[onclick],label`;
/** Distance between two points that are looked at, in CSS pixels: smaller than the smallest checkbox. */
const GRID_PX = 8;
/** A larger box is looked at in so many points a side. */
const MAX_POINTS = 7;
/** How far out from a point an element may be what is pressed there. */
const MAX_ANCESTORS = 12;
/** What the page has fixed to the window is a control of its own, such as a chat button, unless it is larger than this share of the window. */
const MAX_FIXED_SHARE = 0.25;

/** Returns a function that tells whether one of the page's controls lies in a box. */
export function createOccupancyCheck(document: Document, host: Element): (rect: Rect) => boolean {
  return ({ left, top, right, bottom }) => {
    const xs = pointsBetween(left, right);
    return pointsBetween(top, bottom).some((y) =>
      xs.some((x) => {
        const hit = innermostPageElementAt(document, { x, y }, host);
        return hit !== undefined && isOccupant(hit);
      }),
    );
  };
}

function pointsBetween(from: number, to: number): number[] {
  const count = Math.min(MAX_POINTS, Math.floor((to - from) / GRID_PX));
  return Array.from({ length: count }, (_, i) => from + ((i + 0.5) * (to - from)) / count);
}

/** Would a press on this element reach a control of the page? */
function isOccupant(hit: Element): boolean {
  if (matchesSelector(hit, FRAMES)) return isSmall(hit);
  if (getComputedStyle(hit).cursor === 'pointer') return true;
  return composedAncestors(hit, { limit: MAX_ANCESTORS, closedSlots: true }).some(
    (one) => matchesSelector(one, OCCUPANTS) || (getComputedStyle(one).position === 'fixed' && isSmall(one)),
  );
}

/** A frame as large as the page is its background: what is in it cannot be known if it is of another origin. */
function isSmall(element: Element): boolean {
  const { width, height } = viewportRect(element);
  return width * height < MAX_FIXED_SHARE * innerWidth * innerHeight;
}
