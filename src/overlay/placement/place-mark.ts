import type { Point, Rect, Size } from '../../dom/geometry.ts';
import { clampInto } from './candidate-positions.ts';

/** How far the mark overlaps its element, in CSS pixels. */
const OVERLAP_X_PX = 15;
const OVERLAP_Y_PX = 9;
/** Distance kept from the sides of the window, in CSS pixels. */
const EDGE_PX = 2;

/**
 * The position of a small mark: on the upper corner of an element where its lines end. At the top of the window it would be pushed down over
 * the text of a button, so there it goes on the lower corner.
 */
export function placeMark(window: Size, { left, right, top, bottom }: Rect, size: Size, rtl: boolean): Point {
  const x = rtl ? left - size.width + OVERLAP_X_PX : right - OVERLAP_X_PX;
  const [upper, lower] = [top - size.height + OVERLAP_Y_PX, bottom - OVERLAP_Y_PX];
  const isLow = bottom - top < 2 * size.height && upper < EDGE_PX && lower + size.height + EDGE_PX <= window.height;
  return clampInto(window, { x, y: isLow ? lower : upper }, size, EDGE_PX);
}
