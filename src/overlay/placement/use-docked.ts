import type { RefObject } from 'preact';
import { intersects, type Point, type Rect, rectAt, type Size, viewportRect } from '../../dom/geometry.ts';
import { viewportSize } from '../../dom/viewport-size.ts';
import type { CardSpot } from '../../model/person/card-spot.ts';
import { onTrusted } from '../../runtime/on-trusted.ts';
import { useLayoutLifetime } from '../ui/use-lifetime.ts';
import { clampInto } from './candidate-positions.ts';
import { movedPosition } from './moved-spot.ts';
import { createOccupancyCheck } from './occupancy.ts';
import { onApproach } from './on-approach.ts';
import { onResize } from './on-resize.ts';
import { focusedFieldRects } from './place-card.ts';
import { watchPageChanges } from './watch-page-changes.ts';

/** Distance from the window's edge, in CSS pixels. */
const EDGE_PX = 16;

/** Spots to try, first to last, as shares of the free room: across in reading direction, and down. A prompt has one home and moves up from it. */
const DOCK_SPOTS = {
  card: [
    [0, 1],
    [1, 1],
    [1, 0],
    [0, 0],
  ],
  prompt: [
    [0, 1],
    [0, 0.75],
    [0, 0.5],
    [0, 0.25],
    [0, 0],
  ],
  banner: [
    [0.5, 0],
    [0.5, 1],
  ],
} as const;

interface Docking {
  as: keyof typeof DOCK_SPOTS;
  active?: boolean;
  /** Where the person has put it. */
  spot?: CardSpot | null;
}

/**
 * Keeps a box of ours at an edge of the window, where it covers neither the field that the person types in nor our other boxes, and as few
 * controls of the page as possible. It stays there until the window changes, the page draws a control under it, or the person goes to a
 * control under it.
 */
export function useDocked(box: RefObject<HTMLElement | null>, { as, active = true, spot = null }: Docking): void {
  useLayoutLifetime(
    (lifetime) => {
      const own = box.current;
      if (!own || !active) return;
      const root = own.getRootNode() as ShadowRoot;
      const { host } = root;
      let approached: Element | undefined;
      const place = () => {
        const viewport = viewportSize();
        const control = approached?.isConnected ? [viewportRect(approached)] : [];
        const avoided = [...focusedFieldRects(own.ownerDocument), ...control];
        const moved = spot && movedPosition(spot, own, avoided);
        const { x, y } = moved || bestSpot(own, root, { viewport, as, avoided: [...avoided, ...otherBoxes(own, root)] });
        Object.assign(own.style, { left: `${x}px`, top: `${y}px`, right: 'auto', bottom: 'auto' });
      };
      place();
      onTrusted(window, 'resize', place, lifetime);
      const makeWay = (control: Element) => {
        approached = control;
        place();
      };
      onApproach(own, makeWay, lifetime);
      const isOccupied = createOccupancyCheck(own.ownerDocument, host);
      watchPageChanges(host, () => isOccupied(own.getBoundingClientRect()) && place(), lifetime);
      // The box grows and shrinks with its text.
      onResize([own], place, lifetime);
    },
    [as, active, spot],
  );
}

const otherBoxes = (own: Element, root: ShadowRoot): Rect[] =>
  [...root.querySelectorAll('.launcher:not(.folded), .pill, .panel')]
    .filter((one) => one !== own && !one.contains(own))
    .map((one) => one.getBoundingClientRect());

interface DockRoom {
  viewport: Size;
  as: keyof typeof DOCK_SPOTS;
  avoided: readonly Rect[];
}

function bestSpot(own: HTMLElement, root: ShadowRoot, { viewport, as, avoided }: DockRoom): Point {
  const size = own.getBoundingClientRect();
  const rtl = getComputedStyle(own).direction === 'rtl';
  const isOccupied = createOccupancyCheck(own.ownerDocument, root.host);
  const candidates = DOCK_SPOTS[as].flatMap(([across, down]) => {
    const x = EDGE_PX + (rtl ? 1 - across : across) * Math.max(0, viewport.width - size.width - 2 * EDGE_PX);
    const y = EDGE_PX + down * Math.max(0, viewport.height - size.height - 2 * EDGE_PX);
    const point = clampInto(viewport, { x, y }, size, Math.min(EDGE_PX, 8));
    return [point, ...positionsAvoiding(point, size, avoided, viewport, down)].map((one) => ({
      one,
      cost: costOf(rectAt(one, size), avoided, isOccupied),
    }));
  });
  return candidates.reduce((best, next) => (next.cost < best.cost ? next : best)).one;
}

/** Positions just above or below what must not be covered there. */
function positionsAvoiding(point: Point, size: Size, avoided: readonly Rect[], viewport: Size, down: number): Point[] {
  return avoided
    .filter((one) => intersects(one, rectAt(point, size)))
    .map((one) => ({ x: point.x, y: down > 0 ? one.top - size.height - 10 : one.bottom + 10 }))
    .filter(({ y }) => y >= 0 && y + size.height <= viewport.height);
}

/** What must not be covered weighs more than any number of the page's controls, which are counted by parts of the box. */
function costOf(rect: Rect, avoided: readonly Rect[], isOccupied: (rect: Rect) => boolean): number {
  const parts = [0, 1, 2].flatMap((across) => [0, 1].map((down) => partOf(rect, across / 3, down / 2)));
  return avoided.filter((one) => intersects(one, rect)).length * 100 + parts.filter(isOccupied).length;
}

const partOf = ({ left, top, right, bottom }: Rect, across: number, down: number): Rect => {
  const [width, height] = [(right - left) / 3, (bottom - top) / 2];
  const [x, y] = [left + across * (right - left), top + down * (bottom - top)];
  return { left: x, top: y, right: x + width, bottom: y + height };
};
