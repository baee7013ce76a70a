import { retarget } from './composed-tree.ts';
import { documentOfFrame } from './frames.ts';
import type { Point } from './geometry.ts';
import { rootOf } from './node-getters.ts';

/** What the page shows at a point of a tree, looking through our own host. */
export function pageElementAt(root: Document | ShadowRoot, { x, y }: Point, ownHost: Element): Element | undefined {
  const hits = root.elementsFromPoint(x, y);
  return hits[0] === retarget(root, ownHost) && isHostTopmost(ownHost, { x, y }) ? hits[1] : hits[0];
}

/** The same, going on into frames of the same origin. */
export function pageElementAcrossFramesAt(document: Document, { x, y }: Point, ownHost: Element): Element | undefined {
  const hit = pageElementAt(document, { x, y }, ownHost);
  const inner = hit && documentOfFrame(hit);
  if (!inner) return hit;
  const frame = hit.getBoundingClientRect();
  const within = { x: x - frame.x - hit.clientLeft, y: y - frame.y - hit.clientTop };
  return pageElementAcrossFramesAt(inner, within, ownHost) ?? hit;
}

/** Whether a press at that point would reach our host. */
export const isHostTopmost = (ownHost: Element, { x, y }: Point): boolean =>
  rootOf(ownHost).elementsFromPoint?.(x, y)[0] === ownHost;
