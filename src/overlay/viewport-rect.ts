export interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Where an element of the page lies in the top window's viewport, in CSS pixels, through frames of the same origin. */
export function viewportRect(element: Element): DOMRect {
  const { x, y, width, height } = element.getBoundingClientRect();
  const shift = frameShift(element);
  return new DOMRect(x + shift.x, y + shift.y, width, height);
}

/** How far the viewport of the element's own frame is from the top one's. */
export function frameShift(element: Element): { x: number; y: number } {
  const shift = { x: 0, y: 0 };
  for (let frame = frameOf(element); frame; frame = frameOf(frame)) {
    const { x, y } = frame.getBoundingClientRect();
    shift.x += x + frame.clientLeft;
    shift.y += y + frame.clientTop;
  }
  return shift;
}

/** The frame that an element's document is shown in; null for the top document and for frames of other origins. */
export function frameOf(element: Element): Element | null {
  try {
    return element.ownerDocument.defaultView?.frameElement ?? null;
  } catch {
    return null;
  }
}

export const intersects = (a: Rect, b: Rect): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
