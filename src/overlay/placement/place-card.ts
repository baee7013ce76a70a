import { focusedTextField } from '../../dom/focused-text-field.ts';
import { intersects, type Point, type Rect, rectAt, type Size, viewportRect } from '../../dom/geometry.ts';
import { viewportSize } from '../../dom/viewport-size.ts';
import { adjacentPopupRects } from './adjacent-popup-rects.ts';
import { clampInto, positionsBeside } from './candidate-positions.ts';
import { coveredShare } from './occupancy.ts';
import { openPopupRects } from './open-popup-rects.ts';

/** Distance kept from the window's edge, in CSS pixels. */
const EDGE_PX = 8;
/** How much less of the page another side covers for the card to go there: from a side that it has, and from a more natural one. */
const WORTH_MOVING = 0.25;
const WORTH_PREFERRING = 0.07;

type Place = (card: HTMLElement, target: Element, hasPageChanged: boolean) => Point;

/**
 * Places a card beside an element: on the side where it covers least of what the page shows, entirely on screen, and off its element, any
 * popup that this has opened, and the field that the person types in. If there is no such side, in the corner of the window where it covers
 * least. It stays on its side while the page only scrolls.
 */
export function createCardPlacer(gap: number): Place {
  let current: { side: number; size: Size } | undefined;

  return (card, target, hasPageChanged) => {
    const viewport = viewportSize();
    const host = (card.getRootNode() as ShadowRoot).host;
    const { width, height } = card.getBoundingClientRect();
    const size = { width, height };
    const avoided = avoidedRects(target, host);
    const rtl = getComputedStyle(target).direction === 'rtl';
    const places = positionsBeside(viewportRect(target), size, gap, rtl).map((one) => clampInto(viewport, one, size, EDGE_PX));
    const free = places.flatMap((place, side) => (isFreePosition(rectAt(place, size), viewport, avoided) ? [side] : []));
    const cost = (point: Point) => coveredShare(rectAt(point, size), card.ownerDocument, host);
    if (free.length === 0) return leastCoveredCorner(viewport, size, avoided, cost);

    const mayStay = current && free.includes(current.side) && current.size.width === width && current.size.height === height;
    if (mayStay && !hasPageChanged) return places[current!.side]!;
    const costs = new Map(free.map((side) => [side, cost(places[side]!)]));
    let best = mayStay ? current!.side : free[0]!;
    const isWorth = mayStay ? WORTH_MOVING : WORTH_PREFERRING;
    for (const side of free) if (costs.get(side)! + isWorth <= costs.get(best)!) best = side;
    current = { side: best, size };
    return places[best]!;
  };
}

/** What the card of an element never lies on. */
export const avoidedRects = (target: Element, ownHost: Element): Rect[] => [
  viewportRect(target),
  ...openPopupRects(target),
  ...adjacentPopupRects(target, ownHost),
  ...focusedFieldRects(target.ownerDocument),
];

function isFreePosition(rect: Rect, { width, height }: Size, avoided: readonly Rect[]): boolean {
  return rect.right <= width && rect.bottom <= height && !avoided.some((one) => intersects(rect, one));
}

/** Where an element fills the window, the corner where the least of its content is covered. */
function leastCoveredCorner(viewport: Size, size: Size, avoided: readonly Rect[], cost: (point: Point) => number): Point {
  const ends = [EDGE_PX, Number.POSITIVE_INFINITY];
  const corners = ends.toReversed().flatMap((y) => ends.map((x) => clampInto(viewport, { x, y }, size, EDGE_PX)));
  const area = size.width * size.height;
  const costs = corners.map((corner) => coveredArea(rectAt(corner, size), avoided) / area + cost(corner));
  return corners[costs.indexOf(Math.min(...costs))]!;
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
