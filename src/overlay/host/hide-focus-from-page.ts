import { retarget } from '../../dom/composed-tree.ts';
import { on } from '../../runtime/lifetime.ts';

/**
 * Hides from the page that the focus moves to the overlay: a focus trap would pull it back, and a menu or dialog that closes when the
 * focus leaves it would take away what the person asks about. When they go on to another place in the page, the page gets the events that
 * it has missed, since something may wait for them: a cell is saved when it is left.
 */
export function hideFocusFromPage(host: Element, lifetime: AbortSignal): void {
  let lastFocused: WeakRef<Element> | undefined;

  function onFocusToOverlay(event: FocusEvent): void {
    const [from] = event.composedPath();
    if (event.relatedTarget !== host || event.target === host) return;
    event.stopImmediatePropagation();
    if (from instanceof Element) lastFocused = new WeakRef(from);
  }

  function onFocusFromOverlay({ target, relatedTarget }: FocusEvent): void {
    // A window that is left for another window keeps its focused element.
    if (target !== host || document.activeElement === host) return;
    const from = lastFocused?.deref();
    lastFocused = undefined;
    if (!from?.isConnected || relatedTarget === retarget(document, from)) return;
    for (const type of ['blur', 'focusout'])
      from.dispatchEvent(new FocusEvent(type, { relatedTarget, composed: true, bubbles: type !== 'blur' }));
  }

  // Captured further out than a focus trap on the document could.
  const capture = { capture: true };
  on(window, 'focusin', (event) => event.target === host && event.stopImmediatePropagation(), lifetime, capture);
  for (const type of ['focusout', 'blur'] as const) on(window, type, onFocusToOverlay, lifetime, capture);
  on(window, 'focusout', onFocusFromOverlay, lifetime, capture);
}
