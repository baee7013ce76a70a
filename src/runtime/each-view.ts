import { childOf, on } from './lifetime.ts';

type View = Window & typeof globalThis;
/** What is told of a frame that may have come: it is entered if it is of the same origin and not known yet. */
export type EnterFrame = (frame: Element) => void;

/**
 * Enters the window and every frame of the same origin in its documents, now and as they load; each with the lifetime of the document
 * that it shows then. Nothing tells of frames in shadow roots: whoever meets one there says so by `enterFrame`.
 */
export function eachView(
  top: View,
  lifetime: AbortSignal,
  enter: (view: View, lifetime: AbortSignal, enterFrame: EnterFrame) => void,
): EnterFrame {
  const known = new WeakSet<Document>();
  const lives = new WeakMap<Element, AbortController>();

  function enterView(view: View, life: AbortSignal): void {
    if (known.has(view.document)) return;
    known.add(view.document);
    enter(view, life, enterFrame);
    on(view.document, 'load', ({ target }) => enterFrame(target as Element), life, { capture: true });
    for (const frame of view.document.querySelectorAll('iframe, frame')) enterFrame(frame);
  }

  /** A frame's first document and the next may share one window: what listened there before ends, or it would hear twice. */
  function enterFrame(frame: Element): void {
    try {
      const inner = (frame as HTMLIFrameElement).contentWindow as View | null;
      if (!inner?.document || known.has(inner.document)) return;
      lives.get(frame)?.abort();
      const life = childOf(lifetime);
      lives.set(frame, life);
      enterView(inner, life.signal);
    } catch {
      // Of another origin.
    }
  }

  enterView(top, lifetime);
  return enterFrame;
}
