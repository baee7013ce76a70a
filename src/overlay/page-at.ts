import type { Point } from './beside.ts';
import { hostAround, rootOf } from './flat-tree.ts';

/** What the page shows at a point, as a tree tells it, under our own host. */
export function pageAt(root: Document | ShadowRoot, { x, y }: Point, own: Element): Element | undefined {
  const hits = root.elementsFromPoint(x, y);
  return hits[0] === asSeenFrom(root, own) && isTopmost(own, { x, y }) ? hits[1] : hits[0];
}

/** Is our host what a press at that point would reach? */
export const isTopmost = (own: Element, { x, y }: Point): boolean => rootOf(own).elementsFromPoint?.(x, y)[0] === own;

/** What a tree sees of our host where that stands further in: the host of the page's shadow root around it. */
export function asSeenFrom(root: Node, own: Element): Element | undefined {
  let at: Element | undefined = own;
  while (at && rootOf(at) !== root) at = hostAround(at);
  return at;
}
