import type { RefObject } from 'preact';
import { useContext, useRef, useState } from 'preact/hooks';
import type { LauncherSpot } from '../../model/person/launcher-spot.ts';
import { childLifetime, on } from '../../runtime/lifetime.ts';
import { handler } from '../host/only-trusted.ts';
import { createOccupancyCheck } from '../placement/occupancy.ts';
import { OverlayLifetime, useLayoutLifetime, useLifetime } from '../ui/use-lifetime.ts';
import { DEFAULT_SPOT, findFreeSpot, type LauncherView, spotAfterKey, spotAt, spotRect } from './launcher-spots.ts';

/** Distance that the pointer goes, in CSS pixels, before a press becomes a drag. */
const DRAG_THRESHOLD_PX = 6;
/** From the corner of a spot to the corner of the button in it, and from there to its middle. */
const MARGIN_PX = 5;
const HALF_BUTTON_PX = 23;

interface LauncherHandlers {
  /** For the button's press: true right after a drag, which was no press. */
  wasDragged: () => boolean;
  onPointerDown: (event: PointerEvent) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** Puts the feedback button on a free spot of the window's edge, or where the person has dragged it, and keeps it there. */
export function useLauncher(
  button: RefObject<HTMLElement | null>,
  chosen: LauncherSpot | null,
  move: (spot: LauncherSpot) => void,
): LauncherHandlers {
  const overlay = useContext(OverlayLifetime);
  const dragged = useRef(false);
  const spot = useSpot(button, chosen);

  return {
    wasDragged: () => dragged.current,
    onPointerDown: handler((down) => {
      if (!down.isTrusted || down.button !== 0) return;
      const own = button.current!;
      dragged.current = false;
      own.setPointerCapture(down.pointerId);
      const drag = childLifetime(overlay);
      const onMove = ({ clientX, clientY }: PointerEvent) => {
        if (!dragged.current && Math.hypot(clientX - down.clientX, clientY - down.clientY) < DRAG_THRESHOLD_PX) return;
        dragged.current = true;
        place(own, clientX - HALF_BUTTON_PX, clientY - HALF_BUTTON_PX);
      };
      const onDrop = ({ clientX, clientY }: PointerEvent) => {
        drag.abort();
        if (dragged.current) move(spotAt(clientX, clientY, viewOf(own)));
      };
      on(own, 'pointermove', onMove, drag.signal);
      on(own, 'pointerup', onDrop, drag.signal);
      on(own, 'pointercancel', () => drag.abort(), drag.signal);
    }),
    onKeyDown: handler((event) => {
      const next = spotAfterKey(event.key, spot ?? DEFAULT_SPOT, viewOf(button.current!));
      if (!event.isTrusted || !next) return;
      event.preventDefault();
      move(next);
    }),
  };
}

/** The chosen spot, else a free one; the button is placed there, and again when the window changes. */
function useSpot(button: RefObject<HTMLElement | null>, chosen: LauncherSpot | null): LauncherSpot | null {
  const [free, setFree] = useState<LauncherSpot | null>(null);
  const spot = chosen ?? free;

  useLifetime(
    (lifetime) => {
      const own = button.current;
      if (chosen || !own) return;
      const host = (own.getRootNode() as ShadowRoot).host;
      const find = () => setFree(findFreeSpot(createOccupancyCheck(own.ownerDocument, host), viewOf(own)));
      find();
      on(window, 'resize', find, lifetime);
    },
    [chosen],
  );

  useLayoutLifetime(
    (lifetime) => {
      const own = button.current;
      if (!own || !spot) return;
      const placeAtSpot = () => {
        const { left, top } = spotRect(spot, viewOf(own));
        place(own, left + MARGIN_PX, top + MARGIN_PX);
      };
      placeAtSpot();
      on(window, 'resize', placeAtSpot, lifetime);
    },
    [spot?.edge, spot?.down],
  );
  return spot;
}

function place(own: HTMLElement, left: number, top: number): void {
  Object.assign(own.style, { left: `${left}px`, top: `${top}px`, right: 'auto', bottom: 'auto' });
}

function viewOf(own: HTMLElement): LauncherView {
  const { innerWidth: width, innerHeight: height } = window;
  return { width, height, rtl: getComputedStyle(own).direction === 'rtl' };
}
