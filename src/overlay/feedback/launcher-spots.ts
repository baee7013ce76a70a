import { documentOfFrame } from '../../dom/frames.ts';
import { intersects, type Rect, viewportRect } from '../../dom/geometry.ts';
import { pageElementAt } from '../../dom/page-element-at.ts';
import type { LauncherSpot } from '../../model/person/launcher-spot.ts';

/** Side of the button with the room around it, in CSS pixels. */
export const LAUNCHER_SIZE_PX = 56;

/** Where to try, in order: down the end edge from the foot of the page up, then the start edge. */
const CANDIDATE_SPOTS: readonly LauncherSpot[] = (['end', 'end', 'end', 'end', 'end', 'start', 'start'] as const).map(
  (edge, at) => ({
    edge,
    down: [1, 0.84, 0.7, 0.5, 0.3, 1, 0.7][at]!,
  }),
);

/** The first spot where the button lies on none of the page's own controls; the last resort is the first. */
export function findFreeSpot(
  isOccupied: (rect: Rect) => boolean,
  view: { width: number; height: number; rtl: boolean },
): LauncherSpot {
  return CANDIDATE_SPOTS.find((spot) => !isOccupied(spotRect(spot, view))) ?? CANDIDATE_SPOTS[0]!;
}

export function spotRect(
  { edge, down }: LauncherSpot,
  { width, height, rtl }: { width: number; height: number; rtl: boolean },
): Rect {
  const atRight = (edge === 'end') !== rtl;
  const left = atRight ? width - LAUNCHER_SIZE_PX : 0;
  const top = down * Math.max(0, height - LAUNCHER_SIZE_PX);
  return { left, top, right: left + LAUNCHER_SIZE_PX, bottom: top + LAUNCHER_SIZE_PX };
}

/** The spot that a point in the window stands for: the nearer edge, and how far down. */
export function spotAt(
  x: number,
  y: number,
  { width, height, rtl }: { width: number; height: number; rtl: boolean },
): LauncherSpot {
  const isRight = x > width / 2;
  const share = (y - LAUNCHER_SIZE_PX / 2) / Math.max(1, height - LAUNCHER_SIZE_PX);
  return { edge: isRight !== rtl ? 'end' : 'start', down: Math.min(1, Math.max(0, share)) };
}

const CONTROL_SELECTOR =
  'a[href],button,input,select,textarea,summary,[role=button],[role=link],[role=tab],[role=menuitem],[role=switch],[tabindex="0"]';

/** Does one of the page's controls, or something it has fixed there, lie in this box? Looked for at nine points. */
export function createOccupancyCheck(document: Document, host: Element): (rect: Rect) => boolean {
  return ({ left, top, right, bottom }) => {
    const xs = [left + 8, (left + right) / 2, right - 8];
    const ys = [top + 8, (top + bottom) / 2, bottom - 8];
    return xs.some((x) =>
      ys.some((y) => {
        const found = deepestPageElementAt(document, host, x, y)?.closest(CONTROL_SELECTOR);
        return found ? intersects(viewportRect(found), { left, top, right, bottom }) : false;
      }),
    );
  };
}

/** What the page shows at a point under our own host, in frames of the same origin too. */
function deepestPageElementAt(document: Document, host: Element, x: number, y: number): Element | undefined {
  const hit = pageElementAt(document, { x, y }, host);
  const inner = hit && documentOfFrame(hit);
  if (!inner) return hit;
  const frame = hit.getBoundingClientRect();
  return deepestPageElementAt(inner, host, x - frame.x - hit.clientLeft, y - frame.y - hit.clientTop) ?? hit;
}
