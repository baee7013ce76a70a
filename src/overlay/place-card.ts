import { movedInto, type Point, placesBeside, rectAt, type Size } from './beside.ts';
import { openedBy } from './opened-by.ts';
import { typedIn } from './typed-in.ts';
import { intersects, type Rect, viewportRect } from './viewport-rect.ts';

/** Distance kept from the window's edge, in CSS pixels. */
const edge = 8;

/**
 * Where a card beside an element goes: the first place where it is whole on screen and covers neither its element, nor a menu
 * that this has opened, nor what the person is typing in; else the corner of the window where it covers least.
 */
export function placeCard(card: HTMLElement, beside: Element, gap: number): Point {
  const room = { width: innerWidth, height: innerHeight };
  const box = viewportRect(beside);
  const avoided = [box, ...openedBy(beside), ...focusedField(card.ownerDocument)];
  const size = card.getBoundingClientRect();
  const rtl = getComputedStyle(beside).direction === 'rtl';
  const places = placesBeside(box, size, gap, rtl).map((place) => movedInto(room, place, size, edge));
  return places.find((place) => isFree(rectAt(place, size), room, avoided)) ?? emptiestCorner(room, size, avoided);
}

function isFree(rect: Rect, { width, height }: Size, avoided: readonly Rect[]): boolean {
  return rect.right <= width && rect.bottom <= height && !avoided.some((one) => intersects(rect, one));
}

function emptiestCorner(room: Size, size: Size, avoided: readonly Rect[]): Point {
  const ends = [edge, Number.POSITIVE_INFINITY];
  const corners = ends.toReversed().flatMap((y) => ends.map((x) => movedInto(room, { x, y }, size, edge)));
  const covered = (corner: Point) => shared(rectAt(corner, size), avoided);
  return corners.reduce((best, one) => (covered(one) < covered(best) ? one : best));
}

const shared = (spot: Rect, avoided: readonly Rect[]): number =>
  avoided.reduce((sum, one) => {
    const width = Math.min(spot.right, one.right) - Math.max(spot.left, one.left);
    const height = Math.min(spot.bottom, one.bottom) - Math.max(spot.top, one.top);
    return sum + Math.max(0, width) * Math.max(0, height);
  }, 0);

/** Where the field lies that a person types in. */
export function focusedField(document: Document): Rect[] {
  const field = typedIn(document);
  return field ? [viewportRect(field)] : [];
}
