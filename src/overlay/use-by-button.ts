import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { LauncherSpot } from '../model/launcher-spot.ts';
import { movedInto, placesByButton, rectAt, type Size } from './beside.ts';
import { followMoves } from './follow-moves.ts';
import { intersects } from './viewport-rect.ts';

/** Distance kept from the window's edge, in CSS pixels. */
const edge = 8;
const gap = 10;

/** Keeps the panel by the button that it opens from, whole on screen, on the side where there is room. */
export function useByButton(
  panel: RefObject<HTMLElement | null>,
  launcher: RefObject<HTMLElement | null>,
  spot: LauncherSpot | null,
): void {
  useLayoutEffect(() => {
    const [own, from] = [panel.current, launcher.current];
    if (!own || !from) return undefined;
    return followMoves(from, own, () => {
      const { innerWidth: width, innerHeight: height } = window;
      const room: Size = { width, height };
      const button = from.getBoundingClientRect();
      const size = own.getBoundingClientRect();
      const rtl = getComputedStyle(own).direction === 'rtl';
      const places = placesByButton(button, size, gap, rtl);
      const moved = places.map((place) => movedInto(room, place, size, edge));
      const { x, y } = moved.find((place) => !intersects(rectAt(place, size), button)) ?? moved[0]!;
      Object.assign(own.style, { left: `${x}px`, top: `${y}px`, right: 'auto', bottom: 'auto' });
    });
  }, [spot?.edge, spot?.down]);
}
