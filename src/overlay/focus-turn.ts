export interface FocusTurn {
  /** The person asked for us by a key: to the first thing of ours, from wherever they are. */
  take(): void;
  /** Back to where the person was. */
  giveBack(): void;
}

/** Focus goes to the overlay only when asked for, and back to where it came from. */
export function createFocusTurn(root: ShadowRoot): FocusTurn {
  const before: { element?: WeakRef<Element> } = {};
  const first = () =>
    ['.card', '.panel', '.beacon, .underline', '.pill', '.launcher']
      .map((one) => root.querySelector<HTMLElement>(one))
      .find((one) => one);
  return {
    take() {
      const active = root.ownerDocument.activeElement;
      if (active && active !== root.host) before.element = new WeakRef(active);
      first()?.focus({ preventScroll: true });
    },
    giveBack() {
      const element = before.element?.deref();
      if (element?.isConnected && 'focus' in element) (element as HTMLElement).focus({ preventScroll: true });
      else (root.activeElement as HTMLElement | null)?.blur();
    },
  };
}
