import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Where what has the focus in a box of ours may be drawn no longer, the box itself holds it: a person by keyboard is not thrown out to the
 * page. It has to take it before, since focus that leaves our shadow root and comes back is heard by the page.
 *
 * @param stage other buttons may be there with each
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
