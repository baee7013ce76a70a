import { parentOf } from '../runtime/parent-of.ts';

/** The node around one as it is drawn: the slot it fills; also from within a shadow root or a frame. */
export const outside = (node: Node): Node | null | undefined =>
  (node as Element).assignedSlot ?? parentOf(node) ?? (node as ShadowRoot).host ?? (node as Document).defaultView?.frameElement;

/** The elements around one, nearest first. */
export function around(element: Element, most = Infinity): Element[] {
  const found: Element[] = [];
  for (let at = outside(element); at && found.length < most; at = outside(at)) if (at.nodeType === 1) found.push(at as Element);
  return found;
}
