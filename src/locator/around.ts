/** The element around one as it is drawn: the slot it fills; also from within a shadow root or a frame. */
const parentOf = (element: Element): Element | null | undefined =>
  element.assignedSlot ??
  element.parentElement ??
  (element.getRootNode() as ShadowRoot).host ??
  element.ownerDocument.defaultView?.frameElement;

/** The elements around one, nearest first. */
export function around(element: Element, most = Infinity): Element[] {
  const found: Element[] = [];
  for (let at = parentOf(element); at && found.length < most; at = parentOf(at)) found.push(at);
  return found;
}
