import type { Point, Rect, Size } from '../../dom/geometry.ts';

/** Positions of a card beside a box, from the most natural to the last resort; `rtl` as the text of the box runs. */
export function positionsBeside(box: Rect, { width, height }: Size, gap: number, rtl: boolean): Point[] {
  const [start, end] = rtl ? [box.right - width, box.left] : [box.left, box.right - width];
  const [below, above] = [box.bottom + gap, box.top - gap - height];
  return [
    { x: start, y: below },
    { x: start, y: above },
    { x: box.right + gap, y: box.top },
    { x: box.left - gap - width, y: box.top },
    { x: end, y: below },
    { x: end, y: above },
  ];
}

/** Positions of what a button opens: above it, below it, and beside it, along its outer edge. */
export function positionsByButton(box: Rect, { width, height }: Size, gap: number, rtl: boolean): Point[] {
  const along = rtl ? box.left : box.right - width;
  return [
    { x: along, y: box.top - gap - height },
    { x: along, y: box.bottom + gap },
    { x: box.left - gap - width, y: box.bottom - height },
    { x: box.right + gap, y: box.bottom - height },
  ];
}

/** Moves a box into a window by as little as it takes, `edge` away from its sides. */
export function clampInto(window: Size, { x, y }: Point, size: Size, edge: number): Point {
  return { x: clamp(x, size.width, window.width, edge), y: clamp(y, size.height, window.height, edge) };
}

const clamp = (at: number, size: number, room: number, edge: number): number => Math.max(edge, Math.min(at, room - size - edge));
