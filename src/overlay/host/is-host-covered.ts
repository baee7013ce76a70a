import type { Point } from '../../dom/geometry.ts';
import { isHostTopmost } from '../../dom/page-element-at.ts';
import { viewportSize } from '../../dom/viewport-size.ts';
import { isInViewTransition } from './is-in-view-transition.ts';
import { entriesAbove } from './top-layer.ts';

/** Where an element is looked at, in parts of its width and height: its middle, and near its corners. */
const PLACES = [0.5, 0.1, 0.9].flatMap((x) => [0.5, 0.1, 0.9].map((y) => [x, y] as const));

/** Does something lie over our host where it draws this element? */
export const isHostCovered = (host: Element, element: Element): boolean =>
  isInViewTransition(host.ownerDocument) ||
  pointsIn(element).some((point) => !isHostTopmost(host, point)) ||
  entriesAbove(host).length > 0;

/** Those in the window, and where something is drawn to be hit: a round button has no corners. */
function pointsIn(element: Element): Point[] {
  const { left, top, width, height } = element.getBoundingClientRect();
  const root = element.getRootNode() as ShadowRoot;
  const viewport = viewportSize();
  return PLACES.map(([x, y]) => ({ x: left + x * width, y: top + y * height })).filter(
    ({ x, y }) => x >= 0 && y >= 0 && x < viewport.width && y < viewport.height && isDrawnAt(root, element, { x, y }),
  );
}

function isDrawnAt(root: ShadowRoot, element: Element, { x, y }: Point): boolean {
  const hit = root.elementsFromPoint(x, y).find((one) => root.contains(one));
  return hit !== undefined && element.contains(hit);
}
