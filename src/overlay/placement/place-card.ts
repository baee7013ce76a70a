import { focusedTextField } from '../../dom/focused-text-field.ts';
import { intersects, type Point, type Rect, rectAt, type Size, viewportRect } from '../../dom/geometry.ts';
import { adjacentPopupRects } from './adjacent-popup-rects.ts';
import { clampInto, positionsBeside } from './candidate-positions.ts';
import { openPopupRects } from './open-popup-rects.ts';

/** Distance kept from the window's edge, in CSS pixels. */
const EDGE_PX = 8;

/**
 * The position of a card beside an element: the first one where it is entirely on screen and covers neither its element, nor a popup that
 * this has opened, nor the field that the person types in; else the corner of the window where it covers least.
 */
export function placeCard(card: HTMLElement, target: Element, gap: number): Point {
  const viewport = { width: innerWidth, height: innerHeight };
  const targetRect = viewportRect(target);
  const popups = [...openPopupRects(target), ...adjacentPopupRects(target, (card.getRootNode() as ShadowRoot).host)];
  const avoided = [targetRect, ...popups, ...focusedFieldRects(card.ownerDocument)];
  const size = card.getBoundingClientRect();
  const rtl = getComputedStyle(target).direction === 'rtl';
  const places = positionsBeside(targetRect, size, gap, rtl).map((place) => clampInto(viewport, place, size, EDGE_PX));
  return (
    places.find((place) => isFreePosition(rectAt(place, size), viewport, avoided)) ?? leastCoveredCorner(viewport, size, avoided)
  );
}

function isFreePosition(rect: Rect, { width, height }: Size, avoided: readonly Rect[]): boolean {
  return rect.right <= width && rect.bottom <= height && !avoided.some((one) => intersects(rect, one));
}

function leastCoveredCorner(viewport: Size, size: Size, avoided: readonly Rect[]): Point {
  const ends = [EDGE_PX, Number.POSITIVE_INFINITY];
  const corners = ends.toReversed().flatMap((y) => ends.map((x) => clampInto(viewport, { x, y }, size, EDGE_PX)));
  const coveredAt = (corner: Point) => coveredArea(rectAt(corner, size), avoided);
  return corners.reduce((best, one) => (coveredAt(one) < coveredAt(best) ? one : best));
}

const coveredArea = (rect: Rect, avoided: readonly Rect[]): number =>
  avoided.reduce((sum, one) => {
    const width = Math.min(rect.right, one.right) - Math.max(rect.left, one.left);
    const height = Math.min(rect.bottom, one.bottom) - Math.max(rect.top, one.top);
    return sum + Math.max(0, width) * Math.max(0, height);
  }, 0);

/** Where the field is that the person types in. */
export function focusedFieldRects(document: Document): Rect[] {
  const field = focusedTextField(document);
  return field ? [viewportRect(field)] : [];
}
