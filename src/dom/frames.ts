import { childLifetime, on } from '../runtime/lifetime.ts';

type PageWindow = Window & typeof globalThis;
/** Takes a frame that may be new. It is entered if it is of the same origin and shows a document not entered yet. */
export type EnterFrame = (frame: Element) => void;

/** Selects every element that shows a document of its own. */
export const FRAMES = 'iframe, frame';

/** The document that a frame shows; null for a frame of another origin, and for an element that is no frame. */
export const documentOfFrame = (element: Element): Document | null => (element as HTMLIFrameElement).contentDocument ?? null;

/**
 * Calls `enter` for a window and for every frame of the same origin in its documents, now and as they load; each time with the lifetime
 * of the document that the window shows. No event reports a frame inside a shadow root: whoever finds one passes it to `enterFrame`.
 */
export function forEachWindow(
  top: PageWindow,
  lifetime: AbortSignal,
  enter: (window: PageWindow, documentLifetime: AbortSignal, enterFrame: EnterFrame) => void,
): EnterFrame {
  const entered = new WeakSet<Document>();
  const lifetimes = new WeakMap<Element, AbortController>();

  function enterWindow(window: PageWindow, documentLifetime: AbortSignal): void {
    if (entered.has(window.document)) return;
    entered.add(window.document);
    enter(window, documentLifetime, enterFrame);
    on(window.document, 'load', ({ target }) => enterFrame(target as Element), documentLifetime, { capture: true });
    for (const frame of window.document.querySelectorAll(FRAMES)) enterFrame(frame);
  }

  /** A frame's first document and its next may share one window: the listeners of the first end, or events would be counted twice. */
  function enterFrame(frame: Element): void {
    try {
      const inner = (frame as HTMLIFrameElement).contentWindow as PageWindow | null;
      if (!inner?.document || entered.has(inner.document)) return;
      lifetimes.get(frame)?.abort();
      const documentLifetime = childLifetime(lifetime);
      lifetimes.set(frame, documentLifetime);
      enterWindow(inner, documentLifetime.signal);
    } catch {
      // It is of another origin.
    }
  }

  enterWindow(top, lifetime);
  return enterFrame;
}
