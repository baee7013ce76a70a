import type { RefObject } from 'preact';
import { useContext, useMemo, useRef } from 'preact/hooks';
import { createTimer, on, onAbort, type Timer } from '../../runtime/lifetime.ts';
import { handler, onlyTrusted } from '../host/only-trusted.ts';
import { OverlayLifetime, useLifetime } from '../ui/use-lifetime.ts';

/** Milliseconds that pointer and focus may be off mark and card before a card that only they opened closes. */
const CLOSE_DELAY_MS = 350;
/** Milliseconds that the pointer must rest on an underlined control itself: people cross it on their way. */
const HOVER_DELAY_MS = 500;

interface TipOpeningDeps {
  mark: RefObject<HTMLElement | null>;
  /** The control, where resting on it opens the tip as well. */
  control: Element | null;
  isOpen: boolean;
  open: () => void;
  close: () => void;
}

/**
 * A tip opens by hovering and by the keyboard's focus, and closes when they leave. A press on the mark or in the card keeps it open until it
 * is closed. A press comes after the hovering or the focus that it brings along, and must not close what these have just opened; in a small
 * window the card may by then lie over the mark that was to be pressed.
 */
export function useTipOpening({ mark, control, isOpen, open, close }: TipOpeningDeps) {
  const pinned = useRef(false);
  const isReturningFocus = useRef(false);
  const closeTimer = useTimer();
  const isOpenNow = useRef(isOpen);
  isOpenNow.current = isOpen;
  if (!isOpen) pinned.current = false;

  function enter(): void {
    closeTimer.cancel();
    if (!isOpenNow.current) open();
  }

  function leave(): void {
    closeTimer.start(CLOSE_DELAY_MS, () => {
      if (isOpenNow.current && !pinned.current) close();
    });
  }

  function closeAndReturnFocus(): void {
    pinned.current = false;
    close();
    isReturningFocus.current = true;
    mark.current?.focus({ preventScroll: true });
    isReturningFocus.current = false;
  }

  function press(): void {
    if (isOpenNow.current && pinned.current) {
      closeAndReturnFocus();
      return;
    }
    pinned.current = true;
    enter();
  }

  function pressIn({ target }: PointerEvent): void {
    if (isOpenNow.current && !mark.current?.contains(target as Node)) pinned.current = true;
  }

  useHover(control, { onEnter: closeTimer.cancel, onRest: enter, onLeave: leave });

  return {
    press: onlyTrusted(press),
    pressIn: onlyTrusted<PointerEvent>(pressIn),
    close: closeAndReturnFocus,
    enter: onlyTrusted<MouseEvent>(enter),
    leave: handler<MouseEvent>(leave),
    /** By keyboard alone: a press brings the focus along, and so do we when the tip was closed. */
    focus: onlyTrusted<FocusEvent>(({ target }) => {
      if (!isReturningFocus.current && (target as Element).matches(':focus-visible')) enter();
    }),
    blur: handler<FocusEvent>((event) => {
      const tip = event.currentTarget as Element;
      if (!(event.relatedTarget instanceof Node && tip.contains(event.relatedTarget))) leave();
    }),
  };
}

/** A timer that ends with the view. */
function useTimer(): Timer {
  const overlay = useContext(OverlayLifetime);
  const timer = useMemo(() => createTimer(overlay), [overlay]);
  useLifetime((lifetime) => onAbort(lifetime, timer.cancel), [timer]);
  return timer;
}

interface HoverHandlers {
  onEnter: () => void;
  /** The pointer has rested there. */
  onRest: () => void;
  onLeave: () => void;
}

function useHover(control: Element | null, { onEnter, onRest, onLeave }: HoverHandlers): void {
  useLifetime(
    (lifetime) => {
      if (!control) return;
      const restTimer = createTimer(lifetime);
      const onEnterControl = onlyTrusted(() => {
        onEnter();
        restTimer.start(HOVER_DELAY_MS, onRest);
      });
      const onLeaveControl = () => {
        restTimer.cancel();
        onLeave();
      };
      on(control, 'mouseenter', onEnterControl, lifetime);
      on(control, 'mouseleave', onLeaveControl, lifetime);
    },
    [control],
  );
}
