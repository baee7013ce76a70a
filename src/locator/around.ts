/**
 * The node around one as it is drawn: the slot it fills; also from within a shadow root or a frame. A form gives its fields by their
 * names before what is its own, so that a field may be called its parent.
 */
export const outside = (node: Node): Node | null | undefined =>
  (node as Element).assignedSlot ??
  (Reflect.get(Node.prototype, 'parentNode', node) as Node | null) ??
  (node as ShadowRoot).host ??
  (node as Document).defaultView?.frameElement;

/** The elements around one, nearest first. */
export function around(element: Element, most = Infinity): Element[] {
  const found: Element[] = [];
  for (let at = outside(element); at && found.length < most; at = outside(at)) if (at.nodeType === 1) found.push(at as Element);
  return found;
}
