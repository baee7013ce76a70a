import type { RefObject } from 'preact';
import { useContext, useRef } from 'preact/hooks';
import type { LauncherSpot } from '../../model/person/launcher-spot.ts';
import { handler } from '../host/only-trusted.ts';
import { startDrag } from '../placement/drag.ts';
import { OverlayLifetime } from '../ui/use-lifetime.ts';
import { spotAfterKey, spotAt } from './launcher-spots.ts';
import { type LauncherPlace, launcherView, placeLauncher, useLauncherPlace } from './use-launcher-place.ts';

/** From the corner of the button to its middle. */
const HALF_BUTTON_PX = 23;

interface Launcher extends Pick<LauncherPlace, 'as'> {
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
): Launcher {
  const overlay = useContext(OverlayLifetime);
  const dragged = useRef(false);
  const place = useLauncherPlace(button, chosen);

  return {
    as: place.as,
    wasDragged: () => dragged.current,
    onPointerDown: handler((down) => {
      const own = button.current!;
      dragged.current = false;
      const onMove = ({ clientX, clientY }: PointerEvent) => {
        dragged.current = true;
        placeLauncher(own, clientX - HALF_BUTTON_PX, clientY - HALF_BUTTON_PX);
      };
      const onDrop = ({ clientX, clientY }: PointerEvent) => move(spotAt(clientX, clientY, launcherView(own)));
      startDrag(down, { own, overlay, onMove, onDrop });
    }),
    onKeyDown: handler((event) => {
      const next = spotAfterKey(event.key, place.spot, launcherView(button.current!));
      if (!event.isTrusted || !next) return;
      event.preventDefault();
      move(next);
    }),
  };
}
