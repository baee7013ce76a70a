import { type EnterFrame, forEachWindow } from './frames.ts';

interface RootVisitor {
  /** A window of the page, or of a frame that shares its origin, with the lifetime of the document that it shows. */
  window(window: Window & typeof globalThis, documentLifetime: AbortSignal): void;
  /** A document or an open shadow root. */
  root(root: Document | ShadowRoot): void;
}

/**
 * Visits every tree in which a page can change: its document, frames of the same origin, and open shadow roots. No event reports a new
 * shadow root, so they are searched for again by each call of the function that is returned. Closed roots are left out: to ask the
 * browser for them takes a call for every element.
 */
export function visitEventRoots(top: Window & typeof globalThis, visitor: RootVisitor, lifetime: AbortSignal): () => void {
  const visited = new WeakSet<ShadowRoot>();

  function search(root: Document | ShadowRoot, enterFrame: EnterFrame): void {
    for (const element of root.querySelectorAll('*')) {
      const { shadowRoot } = element;
      if (shadowRoot && !visited.has(shadowRoot)) {
        visited.add(shadowRoot);
        visitor.root(shadowRoot);
      }
      if (shadowRoot) search(shadowRoot, enterFrame);
      if (/^i?frame$/.test(element.localName)) enterFrame(element);
    }
  }

  const enterTopFrame = forEachWindow(top, lifetime, (window, documentLifetime, enterFrame) => {
    visitor.window(window, documentLifetime);
    visitor.root(window.document);
    search(window.document, enterFrame);
  });
  return () => search(top.document, enterTopFrame);
}
