import { childOf, on } from '../../runtime/lifetime.ts';

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
  const known = new WeakSet<Node>();
  const lives = new WeakMap<Element, AbortController>();

  function enterView(view: Window & typeof globalThis, life: AbortSignal): void {
    if (known.has(view.document)) return;
    known.add(view.document);
    entered.view(view, life);
    entered.root(view.document);
    on(view.document, 'load', ({ target }) => enterFrame(target as Element), life, { capture: true });
    search(view.document);
  }

  /** A frame's first document and the next may share one window: what listened there before ends, or it would hear twice. */
  function enterFrame(frame: Element): void {
    try {
      const inner = (frame as HTMLIFrameElement).contentWindow as (Window & typeof globalThis) | null;
      if (!inner?.document || known.has(inner.document)) return;
      lives.get(frame)?.abort();
      const life = childOf(lifetime);
      lives.set(frame, life);
      enterView(inner, life.signal);
    } catch {
      // Of another origin.
    }
  }

  function search(root: Document | ShadowRoot): void {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot && !known.has(element.shadowRoot)) {
        known.add(element.shadowRoot);
        entered.root(element.shadowRoot);
      }
      if (element.shadowRoot) search(element.shadowRoot);
      if (/^i?frame$/.test(element.localName)) enterFrame(element);
    }
  }

  enterView(top, lifetime);
  return { search: () => search(top.document) };
}
