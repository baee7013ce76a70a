import { observe } from '../runtime/lifetime.ts';

/**
 * Hears that the page has rewritten itself with `document.open()`: every node is new and the browser has dropped our listeners, while
 * an observer on the document stays. https://html.spec.whatwg.org/#document-open-steps
 */
export function watchDocumentRewrite(document: Document, lifetime: AbortSignal, onRewrite: () => void): void {
  const initialElement = document.documentElement;
  const check = () => {
    if (document.documentElement && document.documentElement !== initialElement) onRewrite();
  };
  observe(new MutationObserver(check), lifetime, (observer) => observer.observe(document, { childList: true }));
}
