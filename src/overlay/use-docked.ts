import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { movedInto, type Point, rectAt, type Size } from './beside.ts';
import { isTakenBy } from './launcher-spots.ts';
import { onResize } from './on-resize.ts';
import { focusedField } from './place-card.ts';
import { intersects, type Rect } from './viewport-rect.ts';

/** Distance from the window's edge, in CSS pixels. */
const edge = 16;

/** Spots to try, first to last: shares of the room left over, across in reading direction and down. */
const spots = {
  card: [
    [0, 1],
    [1, 1],
    [1, 0],
    [0, 0],
  ],
  banner: [
    [0.5, 0],
    [0.5, 1],
  ],
} as const;

/**
 * Keeps a box of ours on an edge of the window, where it covers neither the field that the person types in nor our own other boxes,
 * and as few controls of the page as can be. It stays where it is until the window changes or the person begins to type under it.
 */
export function useDocked(box: RefObject<HTMLElement | null>, as: keyof typeof spots, active = true): void {
  useLayoutEffect(() => {
    const own = box.current;
    if (!own || !active) return undefined;
    const root = own.getRootNode() as ShadowRoot;
    const view = window;
    const put = () => {
      const { x, y } = bestSpot(own, root, { width: view.innerWidth, height: view.innerHeight }, as);
      Object.assign(own.style, { left: `${x}px`, top: `${y}px`, right: 'auto', bottom: 'auto' });
    };
    const unlessCovered = () => {
      const rect = own.getBoundingClientRect();
      if (focusedField(own.ownerDocument).some((field) => intersects(field, rect))) put();
    };
    put();
    const ended = new AbortController();
    const { signal } = ended;
    view.addEventListener('resize', put, { signal });
    view.addEventListener('focusin', unlessCovered, { signal });
    // It grows and shrinks with what it says.
    onResize([own], put, signal);
    return () => ended.abort();
  }, [as, active]);
}

function bestSpot(own: HTMLElement, root: ShadowRoot, room: Size, as: keyof typeof spots): Point {
  const size = own.getBoundingClientRect();
  const rtl = getComputedStyle(own).direction === 'rtl';
  const ours = [...root.querySelectorAll('.launcher, .pill, .panel')].filter((one) => one !== own && !one.contains(own));
  const avoided = [...focusedField(own.ownerDocument), ...ours.map((one) => one.getBoundingClientRect())];
  const isTaken = isTakenBy(own.ownerDocument, root.host);
  const tried = spots[as].flatMap(([across, down]) => {
    const x = edge + (rtl ? 1 - across : across) * Math.max(0, room.width - size.width - 2 * edge);
    const y = edge + down * Math.max(0, room.height - size.height - 2 * edge);
    const point = movedInto(room, { x, y }, size, Math.min(edge, 8));
    return [point, ...aside(point, size, avoided, room, down)].map((one) => ({
      one,
      cost: costOf(rectAt(one, size), avoided, isTaken),
    }));
  });
  return tried.reduce((best, next) => (next.cost < best.cost ? next : best)).one;
}

/** Just above or below what is avoided there. */
function aside(point: Point, size: Size, avoided: readonly Rect[], room: Size, down: number): Point[] {
  return avoided
    .filter((one) => intersects(one, rectAt(point, size)))
    .map((one) => ({ x: point.x, y: down > 0 ? one.top - size.height - 10 : one.bottom + 10 }))
    .filter(({ y }) => y >= 0 && y + size.height <= room.height);
}

/** What must not be covered weighs more than any number of the page's controls; those are looked for in parts of the box. */
function costOf(rect: Rect, avoided: readonly Rect[], isTaken: (rect: Rect) => boolean): number {
  const parts = [0, 1, 2].flatMap((across) => [0, 1].map((down) => part(rect, across / 3, down / 2)));
  return avoided.filter((one) => intersects(one, rect)).length * 100 + parts.filter(isTaken).length;
}

const part = ({ left, top, right, bottom }: Rect, across: number, down: number): Rect => {
  const [width, height] = [(right - left) / 3, (bottom - top) / 2];
  const [x, y] = [left + across * (right - left), top + down * (bottom - top)];
  return { left: x, top: y, right: x + width, bottom: y + height };
};
