import { frameElementOf } from './node-getters.ts';

/** A box in CSS pixels of the top window's viewport. */
export interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Size {
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

export const rectAt = ({ x, y }: Point, { width, height }: Size): Rect => ({
  left: x,
  top: y,
  right: x + width,
  bottom: y + height,
});

export const intersects = (a: Rect, b: Rect): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

export const isWithin = ({ left, top, right, bottom }: Rect, { x, y }: Point): boolean =>
  x >= left && x <= right && y >= top && y <= bottom;

/** Where an element of the page lies in the top window's viewport, through frames of the same origin. */
export function viewportRect(element: Element): DOMRect {
  const { x, y, width, height } = Element.prototype.getBoundingClientRect.call(element);
  const view = frameTransform(element);
  return new DOMRect(view.x + view.scale * x, view.y + view.scale * y, view.scale * width, view.scale * height);
}

/** Where the viewport of a frame begins in the top one, and how long one of its pixels is there. */
interface FrameTransform extends Point {
  scale: number;
}

/** How the viewport of the frame that an element is in lies in the top one. */
export function frameTransform(element: Element): FrameTransform {
  let transform = { x: 0, y: 0, scale: 1 };
  for (let frame = frameElementOf(element) as HTMLElement | null; frame; frame = frameElementOf(frame) as HTMLElement | null) {
    const { x, y, width } = frame.getBoundingClientRect();
    const { paddingLeft, paddingTop } = getComputedStyle(frame);
    const scale = width / frame.offsetWidth || 1;
    transform = {
      x: x + scale * (frame.clientLeft + Number.parseFloat(paddingLeft) + transform.x),
      y: y + scale * (frame.clientTop + Number.parseFloat(paddingTop) + transform.y),
      scale: scale * transform.scale,
    };
  }
  return transform;
}
