import type { Point, Rect, Size } from '../../dom/geometry.ts';
import { clampInto } from './candidate-positions.ts';

/** So far does the mark lie over its element, in CSS pixels. */
const OVERLAP_X_PX = 15;
const OVERLAP_Y_PX = 9;
/** So far from the sides of the window does it stay. */
const EDGE_PX = 2;

/**
 * Where a small mark goes: on the upper corner of an element where its lines end. By the upper side of the window it would be pushed
 * down over the words of a button there; it goes on the lower corner then.
 */
export function placeMark(window: Size, { left, right, top, bottom }: Rect, size: Size, rtl: boolean): Point {
  const x = rtl ? left - size.width + OVERLAP_X_PX : right - OVERLAP_X_PX;
  const [upper, lower] = [top - size.height + OVERLAP_Y_PX, bottom - OVERLAP_Y_PX];
  const isLow = bottom - top < 2 * size.height && upper < EDGE_PX && lower + size.height + EDGE_PX <= window.height;
  return clampInto(window, { x, y: isLow ? lower : upper }, size, EDGE_PX);
}
