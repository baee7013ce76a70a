import { intersects, type Point, type Rect, rectAt, type Size } from '../../dom/geometry.ts';
import { viewportSize } from '../../dom/viewport-size.ts';
import type { CardSpot } from '../../model/person/card-spot.ts';

/** By how much one press of an arrow key moves a card, in CSS pixels. */
const KEY_STEP_PX = 24;
const KEY_DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The spot of a card whose corner is put there. */
export function spotOf({ width, height }: Size, left: number, top: number): CardSpot {
  const viewport = viewportSize();
  return { across: shareOf(left, viewport.width - width), down: shareOf(top, viewport.height - height) };
}

const shareOf = (at: number, room: number): number => (room > 0 ? Math.min(1, Math.max(0, at / room)) : 0);

/** The spot to which an arrow key moves a card; undefined for every other key. */
export function spotAfterArrow(key: string, rect: DOMRect): CardSpot | undefined {
  const direction = Object.hasOwn(KEY_DIRECTIONS, key) ? KEY_DIRECTIONS[key] : undefined;
  return direction && spotOf(rect, rect.left + direction[0] * KEY_STEP_PX, rect.top + direction[1] * KEY_STEP_PX);
}

/** Where a card lies that the person has moved; undefined while it would cover one of these boxes there. */
export function movedPosition({ across, down }: CardSpot, own: Element, avoided: readonly Rect[]): Point | undefined {
  const size = own.getBoundingClientRect();
  const viewport = viewportSize();
  const at = { x: across * Math.max(0, viewport.width - size.width), y: down * Math.max(0, viewport.height - size.height) };
  return avoided.some((one) => intersects(rectAt(at, size), one)) ? undefined : at;
}
