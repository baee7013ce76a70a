import { retarget } from './composed-tree.ts';
import { documentOfFrame } from './frames.ts';
import type { Point } from './geometry.ts';
import { rootOf } from './node-getters.ts';
import { shadowRootOf } from './shadow-root-of.ts';

/** What the page shows at a point of a tree, looking through our own host. */
export function pageElementAt(root: Document | ShadowRoot, point: Point, ownHost: Element): Element | undefined {
  const hit = topmostAt(root, point);
  if (!hit || hit !== retarget(root, ownHost) || !isHostTopmost(ownHost, point)) return hit;
  return root.elementsFromPoint(point.x, point.y)[1];
}

/**
 * To name all that lies at a point takes the browser several times as long as to name what is on top. Of a shadow root, browsers do not
 * agree on the latter where it lies outside.
 */
const topmostAt = (root: Document | ShadowRoot, { x, y }: Point): Element | undefined =>
  root.nodeType === 9 ? (root.elementFromPoint(x, y) ?? undefined) : root.elementsFromPoint?.(x, y)[0];

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
export const isHostTopmost = (ownHost: Element, point: Point): boolean =>
  topmostAt(rootOf(ownHost) as Document | ShadowRoot, point) === ownHost;
