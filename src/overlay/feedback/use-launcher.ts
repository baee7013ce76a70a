import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { LauncherSpot } from '../../model/person/launcher-spot.ts';
import { createOccupancyCheck, findFreeSpot, spotAt, spotRect } from './launcher-spots.ts';

/** So far must the pointer go, in CSS pixels, before a press becomes a drag. */
const DRAG_THRESHOLD_PX = 6;
/** One press of an arrow key moves it by this share of the height. */
const ARROW_STEP = 0.05;

interface LauncherHandlers {
  /** For the button's press: false right after a drag, which was no press. */
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
  const dragged = useRef(false);
  const [free, setFree] = useState<LauncherSpot | null>(null);
  const spot = chosen ?? free;
  const view = () => {
    const own = button.current!;
    const { innerWidth: width, innerHeight: height } = window;
    return { width, height, rtl: getComputedStyle(own).direction === 'rtl' };
  };

  useEffect(() => {
    const own = button.current;
    if (chosen || !own) return undefined;
    const findSpot = () =>
      setFree(findFreeSpot(createOccupancyCheck(own.ownerDocument, (own.getRootNode() as ShadowRoot).host), view()));
    findSpot();
    const ended = new AbortController();
    addEventListener('resize', findSpot, { signal: ended.signal });
    return () => ended.abort();
  }, [chosen]);

  useLayoutEffect(() => {
    const own = button.current;
    if (!own || !spot) return undefined;
    const place = () => {
      const { left, top } = spotRect(spot, view());
      Object.assign(own.style, { left: `${left + 5}px`, top: `${top + 5}px`, right: 'auto', bottom: 'auto' });
    };
    place();
    const ended = new AbortController();
    addEventListener('resize', place, { signal: ended.signal });
    return () => ended.abort();
  }, [spot?.edge, spot?.down]);

  function onPointerDown(down: PointerEvent): void {
    if (!down.isTrusted || down.button !== 0) return;
    const own = button.current!;
    dragged.current = false;
    own.setPointerCapture(down.pointerId);
    const ended = new AbortController();
    const { signal } = ended;
    own.addEventListener(
      'pointermove',
      ({ clientX, clientY }) => {
        if (!dragged.current && Math.hypot(clientX - down.clientX, clientY - down.clientY) < DRAG_THRESHOLD_PX) return;
        dragged.current = true;
        Object.assign(own.style, { left: `${clientX - 23}px`, top: `${clientY - 23}px`, right: 'auto', bottom: 'auto' });
      },
      { signal },
    );
    const drop = ({ clientX, clientY }: PointerEvent) => {
      ended.abort();
      if (dragged.current) move(spotAt(clientX, clientY, view()));
    };
    own.addEventListener('pointerup', drop, { signal });
    own.addEventListener('pointercancel', () => ended.abort(), { signal });
  }

  function onKeyDown(event: KeyboardEvent): void {
    const at = spot ?? { edge: 'end' as const, down: 1 };
    const { rtl } = view();
    const steps: Record<string, LauncherSpot> = {
      ArrowUp: { ...at, down: Math.max(0, at.down - ARROW_STEP) },
      ArrowDown: { ...at, down: Math.min(1, at.down + ARROW_STEP) },
      ArrowLeft: { ...at, edge: rtl ? 'end' : 'start' },
      ArrowRight: { ...at, edge: rtl ? 'start' : 'end' },
    };
    const next = steps[event.key];
    if (!event.isTrusted || !next) return;
    event.preventDefault();
    move(next);
  }

  return { wasDragged: () => dragged.current, onPointerDown, onKeyDown };
}
