import { composedAncestors } from '../../dom/composed-tree.ts';
import { FRAMES } from '../../dom/frames.ts';
import { isWithin, type Point, type Rect, viewportRect } from '../../dom/geometry.ts';
import { INTERACTIVE_ELEMENTS } from '../../dom/interactive-elements.ts';
import { firstChildOf, matchesSelector, nextSiblingOf, textContentOf } from '../../dom/node-getters.ts';
import { innermostPageElementAt } from '../../dom/page-element-at.ts';
import { viewportSize } from '../../dom/viewport-size.ts';

const CONTROLS = `${INTERACTIVE_ELEMENTS},label`;
/** What the page made reachable, by keyboard or by pointer: a control if it is small, else a region or a backdrop. */
const REACHABLE = '[tabindex="0"],[onclick]';
/** What is read or looked at as a whole, wherever in it a point lies. */
const CONTENT = 'td,th,li,dt,dd,p,pre,h1,h2,h3,h4,h5,h6';
const PICTURES = 'img,svg,svg *,canvas,video';
/** Distance between two points that are looked at, in CSS pixels: smaller than the smallest checkbox. */
const GRID_PX = 8;
/** A larger box is looked at in so many points a side. */
const MAX_POINTS = 7;
/** How far out from a point an element may be what is pressed there. */
const MAX_ANCESTORS = 12;
/** What is larger than this share of the window is no control, unless it is one by its kind. */
const MAX_SHARE = 0.25;

/** Returns a function that tells whether one of the page's controls lies in a box. */
export function createOccupancyCheck(document: Document, host: Element): (rect: Rect) => boolean {
  return (rect) => gridOf(rect, MAX_POINTS).some((point) => isControlAt(point, document, host));
}

/** Points a side at which content is looked for: six positions of a card cost as much as one look for controls. */
const CONTENT_POINTS = 4;

/** The share of a box in which the page has something to press, read or look at. */
export function coveredShare(rect: Rect, document: Document, host: Element): number {
  const points = gridOf(rect, CONTENT_POINTS);
  const covered = points.filter((point) => {
    const hit = innermostPageElementAt(document, point, host);
    return hit !== undefined && (isContent(hit) || isOccupant(hit, point));
  });
  return covered.length / points.length;
}

/** Would a press at this point, without us, reach a control of the page? */
function isControlAt(point: Point, document: Document, host: Element): boolean {
  const hit = innermostPageElementAt(document, point, host);
  return hit !== undefined && isOccupant(hit, point);
}

function gridOf({ left, top, right, bottom }: Rect, maxPoints: number): Point[] {
  const xs = pointsBetween(left, right, maxPoints);
  return pointsBetween(top, bottom, maxPoints).flatMap((y) => xs.map((x) => ({ x, y })));
}

function pointsBetween(from: number, to: number, maxPoints: number): number[] {
  const count = Math.min(maxPoints, Math.floor((to - from) / GRID_PX));
  return Array.from({ length: count }, (_, i) => from + ((i + 0.5) * (to - from)) / count);
}

/** Would a press on this element at a point reach a control of the page? One on the backdrop of a dialog reaches the dialog, which is elsewhere. */
function isOccupant(hit: Element, point: Point): boolean {
  if (matchesSelector(hit, FRAMES)) return isSmall(hit);
  if (getComputedStyle(hit).cursor === 'pointer') return true;
  return composedAncestors(hit, { limit: MAX_ANCESTORS, closedSlots: true }).some(
    (one) =>
      matchesSelector(one, CONTROLS) ||
      (matchesSelector(one, REACHABLE) && isSmall(one)) ||
      (isFixedControl(one) && (one !== hit || isWithin(viewportRect(one), point))),
  );
}

/** What the page has fixed to the window is a control of its own, such as a chat button. */
const isFixedControl = (element: Element): boolean => getComputedStyle(element).position === 'fixed' && isSmall(element);

/** A box that holds boxes alone is the page's ground. */
function isContent(hit: Element): boolean {
  if (matchesSelector(hit, PICTURES)) return true;
  for (let node = firstChildOf(hit); node; node = nextSiblingOf(node))
    if (node.nodeType === 3 && /\S/.test(textContentOf(node) ?? '')) return true;
  return matchesSelector(hit, CONTENT) && /\S/.test(textContentOf(hit) ?? '');
}

/** A frame as large as the page is its background: what is in it cannot be known if it is of another origin. */
function isSmall(element: Element): boolean {
  const [{ width, height }, viewport] = [viewportRect(element), viewportSize()];
  return width * height < MAX_SHARE * viewport.width * viewport.height;
}
