import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { trusted } from './trusted.ts';

/** So long may pointer and focus be off mark and card, in milliseconds, before a card that only they opened closes. */
const grace = 350;
/** So long must the pointer rest on an underlined control itself: people cross it on their way. */
const dwell = 500;

interface Opening {
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
export function useTipOpening({ mark, control, isOpen, open, close }: Opening) {
  const pinned = useRef(false);
  const returning = useRef(false);
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  const now = useRef(isOpen);
  now.current = isOpen;
  if (!isOpen) pinned.current = false;

  function enter(): void {
    clearTimeout(leaving.current);
    if (!now.current) open();
  }

  function leave(): void {
    clearTimeout(leaving.current);
    leaving.current = setTimeout(() => {
      if (now.current && !pinned.current) close();
    }, grace);
  }

  function shut(): void {
    pinned.current = false;
    close();
    returning.current = true;
    mark.current?.focus({ preventScroll: true });
    returning.current = false;
  }

  function press(): void {
    if (now.current && pinned.current) {
      shut();
      return;
    }
    pinned.current = true;
    enter();
  }

  useEffect(() => () => clearTimeout(leaving.current), []);
  useEffect(() => {
    if (!control) return undefined;
    const ended = new AbortController();
    const { signal } = ended;
    const resting: { timer?: ReturnType<typeof setTimeout> } = {};
    const rest = trusted(() => {
      clearTimeout(leaving.current);
      clearTimeout(resting.timer);
      resting.timer = setTimeout(enter, dwell);
    });
    const goOn = () => {
      clearTimeout(resting.timer);
      leave();
    };
    control.addEventListener('mouseenter', rest, { signal });
    control.addEventListener('mouseleave', goOn, { signal });
    return () => {
      clearTimeout(resting.timer);
      ended.abort();
    };
  }, [control]);

  return {
    press: trusted(press),
    close: shut,
    enter: trusted<MouseEvent>(enter),
    leave,
    /** By keyboard alone: a press brings the focus along, and so do we when the tip was closed. */
    focus: trusted<FocusEvent>(({ target }) => {
      if (!returning.current && (target as Element).matches(':focus-visible')) enter();
    }),
    blur: (event: FocusEvent) => {
      const within = event.currentTarget as Element;
      if (!(event.relatedTarget instanceof Node && within.contains(event.relatedTarget))) leave();
    },
  };
}
