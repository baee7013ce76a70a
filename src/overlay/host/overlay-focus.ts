export interface OverlayFocus {
  /** Moves the focus to the first thing of ours; for a person who asked for it by a key. */
  focusOverlay(): void;
  /** Moves the focus back to where it was. */
  returnFocus(): void;
}

/** The focus goes to the overlay only when the person asks for it, and back to where it came from. */
export function createOverlayFocus(root: ShadowRoot): OverlayFocus {
  let previous: WeakRef<Element> | undefined;
  const firstFocusable = () =>
    ['.undo button', '.card', '.panel', '.beacon, .underline', '.pill', '.launcher']
      .map((one) => root.querySelector<HTMLElement>(one))
      .find((one) => one);
  return {
    focusOverlay() {
      const active = root.ownerDocument.activeElement;
      if (active && active !== root.host) previous = new WeakRef(active);
      firstFocusable()?.focus({ preventScroll: true });
    },
    returnFocus() {
      const element = previous?.deref();
      if (element?.isConnected && 'focus' in element) (element as HTMLElement).focus({ preventScroll: true });
      else (root.activeElement as HTMLElement | null)?.blur();
    },
  };
}
