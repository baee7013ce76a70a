import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { onlyTrusted } from '../host/only-trusted.ts';

/** So long may pointer and focus be off mark and card, in milliseconds, before a card that only they opened closes. */
const CLOSE_DELAY_MS = 350;
/** So long must the pointer rest on an underlined control itself: people cross it on their way. */
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
 * A tip opens by hovering and by the keyboard's focus, and then goes when these do; a press makes it stay until it is closed. A press
 * comes after the hovering or focus that it brings along, and must not close what these have just opened.
 */
export function useTipOpening({ mark, control, isOpen, open, close }: TipOpeningDeps) {
  const pinned = useRef(false);
  const isReturningFocus = useRef(false);
  const closeTimer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isOpenNow = useRef(isOpen);
  isOpenNow.current = isOpen;
  if (!isOpen) pinned.current = false;

  function enter(): void {
    clearTimeout(closeTimer.current);
    if (!isOpenNow.current) open();
  }

  function leave(): void {
    clearTimeout(closeTimer.current);
    closeTimer.current = setTimeout(() => {
      if (isOpenNow.current && !pinned.current) close();
    }, CLOSE_DELAY_MS);
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

  useEffect(() => () => clearTimeout(closeTimer.current), []);
  useEffect(() => {
    if (!control) return undefined;
    const ended = new AbortController();
    const { signal } = ended;
    const hover: { timer?: ReturnType<typeof setTimeout> } = {};
    const onEnterControl = onlyTrusted(() => {
      clearTimeout(closeTimer.current);
      clearTimeout(hover.timer);
      hover.timer = setTimeout(enter, HOVER_DELAY_MS);
    });
    const onLeaveControl = () => {
      clearTimeout(hover.timer);
      leave();
    };
    control.addEventListener('mouseenter', onEnterControl, { signal });
    control.addEventListener('mouseleave', onLeaveControl, { signal });
    return () => {
      clearTimeout(hover.timer);
      ended.abort();
    };
  }, [control]);

  return {
    press: onlyTrusted(press),
    close: closeAndReturnFocus,
    enter: onlyTrusted<MouseEvent>(enter),
    leave,
    /** By keyboard alone: a press brings the focus along, and so do we when the tip was closed. */
    focus: onlyTrusted<FocusEvent>(({ target }) => {
      if (!isReturningFocus.current && (target as Element).matches(':focus-visible')) enter();
    }),
    blur: (event: FocusEvent) => {
      const within = event.currentTarget as Element;
      if (!(event.relatedTarget instanceof Node && within.contains(event.relatedTarget))) leave();
    },
  };
}
