import { frameElementOf, parentNodeOf, shadowHostOf } from '../dom/node-getters.ts';

/** The node around one as it is drawn: the slot it fills; also from within a shadow root or a frame. */
export function outside(node: Node): Node | null {
  const { assignedSlot } = node as Element;
  // A form may have a field of this name, which lies in it.
  return assignedSlot?.localName === 'slot' ? assignedSlot : (parentNodeOf(node) ?? shadowHostOf(node) ?? frameElementOf(node));
}

/** The elements around one, nearest first. */
export function around(element: Element, most = Infinity): Element[] {
  const found: Element[] = [];
  for (let at = outside(element); at && found.length < most; at = outside(at)) if (at.nodeType === 1) found.push(at as Element);
  return found;
}
