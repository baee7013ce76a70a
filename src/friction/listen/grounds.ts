import { on } from '../../runtime/lifetime.ts';

export interface Entered {
  /** A window of the page or of a frame that shares its origin. */
  view(view: Window & typeof globalThis): void;
  /** A document or an open shadow root. */
  root(root: Document | ShadowRoot): void;
}

/**
 * Everywhere there is to listen: the document, frames of the same origin, open shadow roots. New roots are looked for before each
 * press, since nothing tells of them.
 */
export function createGrounds(top: Window & typeof globalThis, entered: Entered, lifetime: AbortSignal) {
  const known = new WeakSet<Node>();

  function enterView(view: Window & typeof globalThis): void {
    if (known.has(view.document)) return;
    known.add(view.document);
    entered.view(view);
    entered.root(view.document);
    on(view.document, 'load', ({ target }) => enterFrame(target), lifetime, { capture: true });
    search(view.document);
  }

  function enterFrame(frame: EventTarget | null): void {
    try {
      const inner = (frame as HTMLIFrameElement).contentWindow as (Window & typeof globalThis) | null;
      if (inner?.document) enterView(inner);
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

  enterView(top);
  return { search: () => search(top.document) };
}
