import { retarget } from './composed-tree.ts';
import { documentOfFrame } from './frames.ts';
import type { Point } from './geometry.ts';
import { rootOf } from './node-getters.ts';
import { shadowRootOf } from './shadow-root-of.ts';

/** What the page shows at a point of a tree, looking through our own host. */
export function pageElementAt(root: Document | ShadowRoot, { x, y }: Point, ownHost: Element): Element | undefined {
  // To name all that lies there takes the browser several times as long, and is asked only where our host is on top.
  const hit = root.elementFromPoint(x, y) ?? undefined;
  return hit && hit === retarget(root, ownHost) && isHostTopmost(ownHost, { x, y }) ? root.elementsFromPoint(x, y)[1] : hit;
}

/** The same, going on into shadow roots and frames of the same origin. */
export function innermostPageElementAt(document: Document, point: Point, ownHost: Element): Element | undefined {
  let hit = pageElementAt(document, point, ownHost);
  for (let root = hit && shadowRootOf(hit); root; root = hit && shadowRootOf(hit)) {
    // A root also names what is around it, and our host above it.
    const inner = root.elementsFromPoint(point.x, point.y).find((one) => rootOf(one) === root);
    if (!inner) break;
    hit = inner;
  }
  const inner = hit && documentOfFrame(hit);
  if (!inner) return hit;
  const frame = hit!.getBoundingClientRect();
  const within = { x: point.x - frame.x - hit!.clientLeft, y: point.y - frame.y - hit!.clientTop };
  return innermostPageElementAt(inner, within, ownHost) ?? hit;
}

/** Whether a press at that point would reach our host. */
export const isHostTopmost = (ownHost: Element, { x, y }: Point): boolean => rootOf(ownHost).elementFromPoint?.(x, y) === ownHost;
