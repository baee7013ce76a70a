import type { RefObject } from 'preact';
import { intersects, type Point, type Rect, rectAt, type Size } from '../../dom/geometry.ts';
import { viewportSize } from '../../dom/viewport-size.ts';
import type { LauncherSpot } from '../../model/person/launcher-spot.ts';
import { clampInto, positionsByButton } from '../placement/candidate-positions.ts';
import { followMoves } from '../placement/follow-moves.ts';
import { useLayoutLifetime } from '../ui/use-lifetime.ts';

/** Distance kept from the window's edge, in CSS pixels. */
const EDGE_PX = 8;
const GAP_PX = 10;

/** The corners of the window, for where the card that the panel may be about stands by the button. */
const farFrom = ({ width, height }: Size): Point[] => [0, width].flatMap((x) => [height, 0].map((y) => ({ x, y })));

/** Keeps the panel by the button that it opens from, whole on screen, on the side where there is room, and off our cards if it can be. */
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
        const viewport = viewportSize();
        const button = from.getBoundingClientRect();
        const size = own.getBoundingClientRect();
        const rtl = getComputedStyle(own).direction === 'rtl';
        const cards = [...(own.getRootNode() as ShadowRoot).querySelectorAll('.card')].map((card) =>
          card.getBoundingClientRect(),
        );
        const positions = [...positionsByButton(button, size, GAP_PX, rtl), ...farFrom(viewport)].map((one) =>
          clampInto(viewport, one, size, EDGE_PX),
        );
        const isFree = (one: Point, boxes: readonly Rect[]) => !boxes.some((box) => intersects(rectAt(one, size), box));
        const free = positions.find((one) => isFree(one, [button, ...cards])) ?? positions.find((one) => isFree(one, [button]));
        const { x, y } = free ?? positions[0]!;
        Object.assign(own.style, { left: `${x}px`, top: `${y}px`, right: 'auto', bottom: 'auto' });
      };
      followMoves(from, own, place, lifetime);
    },
    [spot?.edge, spot?.down],
  );
}
