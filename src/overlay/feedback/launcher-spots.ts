import type { Rect } from '../../dom/geometry.ts';
import type { LauncherSpot } from '../../model/person/launcher-spot.ts';

/** Side of the button with the room around it, in CSS pixels; and of the small one, where there is no room for the other. */
const LAUNCHER_SIZE_PX = 56;
const SMALL_LAUNCHER_SIZE_PX = 36;

/** A window, and whether its text runs from right to left. */
export interface LauncherView {
  width: number;
  height: number;
  rtl: boolean;
  /** The small button. */
  isSmall?: boolean;
}

/** Where to try first, in order: down the end edge from the foot of the page up, then the start edge. */
const PREFERRED_SPOTS: readonly LauncherSpot[] = [
  { edge: 'end', down: 1 },
  { edge: 'end', down: 0.84 },
  { edge: 'end', down: 0.7 },
  { edge: 'end', down: 0.5 },
  { edge: 'end', down: 0.3 },
  { edge: 'start', down: 1 },
  { edge: 'start', down: 0.7 },
];
export const DEFAULT_SPOT: LauncherSpot = { edge: 'end', down: 1 };
/** Then all along both edges. */
const OTHER_SPOTS: readonly LauncherSpot[] = (['end', 'start'] as const).flatMap((edge) =>
  Array.from({ length: 21 }, (_, i) => ({ edge, down: 1 - i / 20 })),
);

/** The first spot where the button covers none of the page's controls; undefined if there is none. */
export const findFreeSpot = (isOccupied: (rect: Rect) => boolean, view: LauncherView): LauncherSpot | undefined =>
  [...PREFERRED_SPOTS, ...OTHER_SPOTS].find((spot) => !isOccupied(spotRect(spot, view)));

export function spotRect({ edge, down }: LauncherSpot, { width, height, rtl, isSmall }: LauncherView): Rect {
  const size = isSmall ? SMALL_LAUNCHER_SIZE_PX : LAUNCHER_SIZE_PX;
  const left = (edge === 'end') !== rtl ? width - size : 0;
  const top = down * Math.max(0, height - size);
  return { left, top, right: left + size, bottom: top + size };
}

/** The spot that a point in the window stands for: the nearer edge, and how far down. */
export function spotAt(x: number, y: number, { width, height, rtl }: LauncherView): LauncherSpot {
  const isRight = x > width / 2;
  const share = (y - LAUNCHER_SIZE_PX / 2) / Math.max(1, height - LAUNCHER_SIZE_PX);
  return { edge: isRight !== rtl ? 'end' : 'start', down: Math.min(1, Math.max(0, share)) };
}

/** One press of an arrow key moves the button by this share of the height. */
const ARROW_STEP = 0.05;

/** The spot to which a key moves the button; undefined for every other key. */
export function spotAfterKey(key: string, spot: LauncherSpot, { rtl }: Pick<LauncherView, 'rtl'>): LauncherSpot | undefined {
  switch (key) {
    case 'ArrowUp':
      return { ...spot, down: Math.max(0, spot.down - ARROW_STEP) };
    case 'ArrowDown':
      return { ...spot, down: Math.min(1, spot.down + ARROW_STEP) };
    case 'ArrowLeft':
      return { ...spot, edge: rtl ? 'end' : 'start' };
    case 'ArrowRight':
      return { ...spot, edge: rtl ? 'start' : 'end' };
    default:
      return undefined;
  }
}
