export interface OverlayFocus {
  /** The person asked for us by a key: to the first thing of ours, from wherever they are. */
  focusOverlay(): void;
  /** Back to where the person was. */
  returnFocus(): void;
}

/** Focus goes to the overlay only when asked for, and back to where it came from. */
export function createOverlayFocus(root: ShadowRoot): OverlayFocus {
  const previous: { element?: WeakRef<Element> } = {};
  const firstFocusable = () =>
    ['.card', '.panel', '.beacon, .underline', '.pill', '.launcher']
      .map((one) => root.querySelector<HTMLElement>(one))
      .find((one) => one);
  return {
    focusOverlay() {
      const active = root.ownerDocument.activeElement;
      if (active && active !== root.host) previous.element = new WeakRef(active);
      firstFocusable()?.focus({ preventScroll: true });
    },
    returnFocus() {
      const element = previous.element?.deref();
      if (element?.isConnected && 'focus' in element) (element as HTMLElement).focus({ preventScroll: true });
      else (root.activeElement as HTMLElement | null)?.blur();
    },
  };
}
