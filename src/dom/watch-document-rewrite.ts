import { observe } from '../runtime/lifetime.ts';

/**
 * Calls `onRewrite` when the page has rewritten itself with `document.open()`. Every node is new then and the browser has removed our
 * listeners, while an observer on the document stays. https://html.spec.whatwg.org/#document-open-steps
 */
export function watchDocumentRewrite(document: Document, lifetime: AbortSignal, onRewrite: () => void): void {
  const initialElement = document.documentElement;
  const check = () => {
    if (document.documentElement && document.documentElement !== initialElement) onRewrite();
  };
  observe(MutationObserver, check, lifetime, (observer) => observer.observe(document, { childList: true }));
}
