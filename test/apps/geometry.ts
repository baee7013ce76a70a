import type { Box } from '../journeys/harness/surface.ts';

/** Distance between two boxes; 0 if they touch. */
export function gap(a: Box, b: Box): number {
  const x = Math.max(a.x - (b.x + b.width), b.x - (a.x + a.width), 0);
  const y = Math.max(a.y - (b.y + b.height), b.y - (a.y + a.height), 0);
  return Math.hypot(x, y);
}

/** A pixel is the rounding of a scaled page. */
export const overlap = (a: Box, b: Box): boolean =>
  a.x + 1 < b.x + b.width && b.x + 1 < a.x + a.width && a.y + 1 < b.y + b.height && b.y + 1 < a.y + a.height;

export const isInside = (box: Box, [width, height]: readonly [number, number]): boolean =>
  box.x >= 0 && box.y >= 0 && box.x + box.width <= width + 1 && box.y + box.height <= height + 1;
