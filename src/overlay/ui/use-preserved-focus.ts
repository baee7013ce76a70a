import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Keeps the focus in a box of ours when the focused button may be gone after rendering: the box itself takes it, so that a keyboard user
 * is not thrown out to the page. It takes it before rendering, since the page notices a focus that leaves our shadow root and comes back.
 *
 * @param stage changes whenever the buttons may change
 */
export function usePreservedFocus(box: RefObject<HTMLElement | null>, stage: string): void {
  const drawnStage = useRef(stage);
  const own = box.current;
  const active = own && (own.getRootNode() as ShadowRoot).activeElement;
  const focused = stage !== drawnStage.current && own?.contains(active) ? (active as HTMLElement) : null;
  if (focused) own?.focus({ preventScroll: true });
  useLayoutEffect(() => {
    drawnStage.current = stage;
    if (focused?.isConnected) focused.focus({ preventScroll: true });
  }, [stage]);
}
