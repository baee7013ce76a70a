import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { intersects } from '../../dom/geometry.ts';
import type { LauncherSpot } from '../../model/person/launcher-spot.ts';
import { clampInto, positionsByButton, rectAt, type Size } from '../placement/candidate-positions.ts';
import { followMoves } from '../placement/follow-moves.ts';

/** Distance kept from the window's edge, in CSS pixels. */
const EDGE_PX = 8;
const GAP_PX = 10;

/** Keeps the panel by the button that it opens from, whole on screen, on the side where there is room. */
export function usePanelPosition(
  panel: RefObject<HTMLElement | null>,
  launcher: RefObject<HTMLElement | null>,
  spot: LauncherSpot | null,
): void {
  useLayoutEffect(() => {
    const [own, from] = [panel.current, launcher.current];
    if (!own || !from) return undefined;
    return followMoves(from, own, () => {
      const { innerWidth: width, innerHeight: height } = window;
      const viewport: Size = { width, height };
      const button = from.getBoundingClientRect();
      const size = own.getBoundingClientRect();
      const rtl = getComputedStyle(own).direction === 'rtl';
      const places = positionsByButton(button, size, GAP_PX, rtl);
      const moved = places.map((place) => clampInto(viewport, place, size, EDGE_PX));
      const { x, y } = moved.find((place) => !intersects(rectAt(place, size), button)) ?? moved[0]!;
      Object.assign(own.style, { left: `${x}px`, top: `${y}px`, right: 'auto', bottom: 'auto' });
    });
  }, [spot?.edge, spot?.down]);
}
