import type { Point } from '../overlay/placement/candidate-positions.ts';
import { containingShadowHost, rootOf } from './composed-tree.ts';

/** What the page shows at a point, as a tree tells it, under our own host. */
export function pageElementAt(root: Document | ShadowRoot, { x, y }: Point, ownHost: Element): Element | undefined {
  const hits = root.elementsFromPoint(x, y);
  return hits[0] === retarget(root, ownHost) && isHostTopmost(ownHost, { x, y }) ? hits[1] : hits[0];
}

/** Is our host what a press at that point would reach? */
export const isHostTopmost = (ownHost: Element, { x, y }: Point): boolean =>
  rootOf(ownHost).elementsFromPoint?.(x, y)[0] === ownHost;

/** What a tree sees of our host where that stands further in: the host of the page's shadow root around it. */
export function retarget(root: Node, element: Element): Element | undefined {
  let at: Element | undefined = element;
  while (at && rootOf(at) !== root) at = containingShadowHost(at);
  return at;
}
