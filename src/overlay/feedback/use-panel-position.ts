import type { RefObject } from 'preact';
import { intersects, rectAt, type Size } from '../../dom/geometry.ts';
import type { LauncherSpot } from '../../model/person/launcher-spot.ts';
import { clampInto, positionsByButton } from '../placement/candidate-positions.ts';
import { followMoves } from '../placement/follow-moves.ts';
import { useLayoutLifetime } from '../ui/use-lifetime.ts';

/** Distance kept from the window's edge, in CSS pixels. */
const EDGE_PX = 8;
const GAP_PX = 10;

/** Keeps the panel by the button that it opens from, whole on screen, on the side where there is room. */
export function usePanelPosition(
  panel: RefObject<HTMLElement | null>,
  launcher: RefObject<HTMLElement | null>,
  spot: LauncherSpot | null,
): void {
  useLayoutLifetime(
    (lifetime) => {
      const [own, from] = [panel.current, launcher.current];
      if (!own || !from) return;
      const place = () => {
        const { innerWidth: width, innerHeight: height } = window;
        const viewport: Size = { width, height };
        const button = from.getBoundingClientRect();
        const size = own.getBoundingClientRect();
        const rtl = getComputedStyle(own).direction === 'rtl';
        const positions = positionsByButton(button, size, GAP_PX, rtl).map((one) => clampInto(viewport, one, size, EDGE_PX));
        const { x, y } = positions.find((one) => !intersects(rectAt(one, size), button)) ?? positions[0]!;
        Object.assign(own.style, { left: `${x}px`, top: `${y}px`, right: 'auto', bottom: 'auto' });
      };
      followMoves(from, own, place, lifetime);
    },
    [spot?.edge, spot?.down],
  );
}
