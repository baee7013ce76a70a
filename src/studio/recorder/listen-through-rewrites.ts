import { watchDocumentRewrite } from '../../dom/watch-document-rewrite.ts';
import { childLifetime } from '../../runtime/lifetime.ts';

/** Listens in a window, and again each time its document is written anew, as editors in frames are: `document.open()` removes all listeners. */
export function listenThroughRewrites(
  view: Window,
  lifetime: AbortSignal,
  listen: (view: Window, documentLifetime: AbortSignal) => void,
): void {
  const written = childLifetime(lifetime);
  listen(view, written.signal);
  watchDocumentRewrite(view.document, written.signal, () => {
    written.abort();
    listenThroughRewrites(view, lifetime, listen);
  });
}
