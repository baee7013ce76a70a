import { type EnterFrame, forEachWindow } from '../../dom/for-each-window.ts';

export interface Entered {
  /** A window of the page or of a frame that shares its origin. */
  view(view: Window & typeof globalThis, lifetime: AbortSignal): void;
  /** A document or an open shadow root. */
  root(root: Document | ShadowRoot): void;
}

/**
 * Everywhere there is to listen: the document, frames of the same origin, open shadow roots. New roots are looked for before each
 * press, since nothing tells of them.
 */
export function createGrounds(top: Window & typeof globalThis, entered: Entered, lifetime: AbortSignal) {
  const known = new WeakSet<ShadowRoot>();

  function search(root: Document | ShadowRoot, enterFrame: EnterFrame): void {
    for (const element of root.querySelectorAll('*')) {
      const { shadowRoot } = element;
      if (shadowRoot && !known.has(shadowRoot)) {
        known.add(shadowRoot);
        entered.root(shadowRoot);
      }
      if (shadowRoot) search(shadowRoot, enterFrame);
      if (/^i?frame$/.test(element.localName)) enterFrame(element);
    }
  }

  const enterFrame = forEachWindow(top, lifetime, (view, life, enter) => {
    entered.view(view, life);
    entered.root(view.document);
    search(view.document, enter);
  });
  return { search: () => search(top.document, enterFrame) };
}
