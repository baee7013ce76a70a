import { movedInto, type Point, type Size } from './beside.ts';
import type { Rect } from './viewport-rect.ts';

/** So far does the mark lie over its element, in CSS pixels. */
const inside = 15;
const above = 9;
/** So far from the sides of the window does it stay. */
const edge = 2;

/**
 * Where a small mark goes: on the upper corner of an element where its lines end. By the upper side of the window it would be pushed
 * down over the words of a button there; it goes on the lower corner then.
 */
export function placeMark(window: Size, { left, right, top, bottom }: Rect, size: Size, rtl: boolean): Point {
  const x = rtl ? left - size.width + inside : right - inside;
  const [upper, lower] = [top - size.height + above, bottom - above];
  const isLow = bottom - top < 2 * size.height && upper < edge && lower + size.height + edge <= window.height;
  return movedInto(window, { x, y: isLow ? lower : upper }, size, edge);
}
