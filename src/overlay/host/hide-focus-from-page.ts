import { retarget } from '../../dom/composed-tree.ts';
import { on } from '../../runtime/lifetime.ts';

/**
 * To the page, a person who is with us has not gone anywhere: a trap would pull them back, and a menu or dialog that closes when the
 * focus leaves it would take away what they ask about. The page is told when they go on to somewhere else in it, since something may
 * wait for that: a cell is taken over when it is left.
 */
export function hideFocusFromPage(host: Element, lifetime: AbortSignal): void {
  const lastFocused: { from?: WeakRef<Element> | undefined } = {};

  function onFocusToOverlay(event: FocusEvent): void {
    const [from] = event.composedPath();
    if (event.relatedTarget !== host || event.target === host) return;
    event.stopImmediatePropagation();
    if (from instanceof Element) lastFocused.from = new WeakRef(from);
  }

  function onFocusFromOverlay({ target, relatedTarget }: FocusEvent): void {
    // A window that is left for another keeps its focused element.
    if (target !== host || document.activeElement === host) return;
    const from = lastFocused.from?.deref();
    lastFocused.from = undefined;
    if (!from?.isConnected || relatedTarget === retarget(document, from)) return;
    for (const type of ['blur', 'focusout'])
      from.dispatchEvent(new FocusEvent(type, { relatedTarget, composed: true, bubbles: type !== 'blur' }));
  }

  // Captured further out than a trap on the document would hear it.
  const capture = { capture: true };
  on(window, 'focusin', (event) => event.target === host && event.stopImmediatePropagation(), lifetime, capture);
  for (const type of ['focusout', 'blur'] as const) on(window, type, onFocusToOverlay, lifetime, capture);
  on(window, 'focusout', onFocusFromOverlay, lifetime, capture);
}
