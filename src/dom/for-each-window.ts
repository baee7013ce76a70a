import { childLifetime, on } from '../runtime/lifetime.ts';

type PageWindow = Window & typeof globalThis;
/** What is told of a frame that may have come: it is entered if it is of the same origin and not known yet. */
export type EnterFrame = (frame: Element) => void;

/**
 * Enters the window and every frame of the same origin in its documents, now and as they load; each with the lifetime of the document
 * that it shows then. Nothing tells of frames in shadow roots: whoever meets one there says so by `enterFrame`.
 */
export function forEachWindow(
  top: PageWindow,
  lifetime: AbortSignal,
  enter: (view: PageWindow, lifetime: AbortSignal, enterFrame: EnterFrame) => void,
): EnterFrame {
  const known = new WeakSet<Document>();
  const lifetimes = new WeakMap<Element, AbortController>();

  function enterWindow(window: PageWindow, lifetimeOfDocument: AbortSignal): void {
    if (known.has(window.document)) return;
    known.add(window.document);
    enter(window, lifetimeOfDocument, enterFrame);
    on(window.document, 'load', ({ target }) => enterFrame(target as Element), lifetimeOfDocument, { capture: true });
    for (const frame of window.document.querySelectorAll('iframe, frame')) enterFrame(frame);
  }

  /** A frame's first document and the next may share one window: what listened there before ends, or it would hear twice. */
  function enterFrame(frame: Element): void {
    try {
      const inner = (frame as HTMLIFrameElement).contentWindow as PageWindow | null;
      if (!inner?.document || known.has(inner.document)) return;
      lifetimes.get(frame)?.abort();
      const life = childLifetime(lifetime);
      lifetimes.set(frame, life);
      enterWindow(inner, life.signal);
    } catch {
      // Of another origin.
    }
  }

  enterWindow(top, lifetime);
  return enterFrame;
}
