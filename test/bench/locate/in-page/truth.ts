/** The element at a path of child indices from the document; `s` enters a shadow root, `f` a frame. */
export function elementAt(path: string): Element | null {
  let at: Document | ShadowRoot | Element | null = document;
  for (const step of path.split('/')) {
    if (!at) return null;
    if (step === 's') at = (at as Element).shadowRoot;
    else if (step === 'f') at = (at as HTMLIFrameElement).contentDocument;
    else at = at.children[Number(step)] ?? null;
  }
  return at as Element | null;
}

/** The same element, nested with half of its box in common, or nearly the same box. */
export function isRight(answer: Element, truth: Element): boolean {
  if (answer === truth) return true;
  const common = overlap(answer, truth);
  return common >= 0.85 || (common >= 0.5 && (holds(answer, truth) || holds(truth, answer)));
}

function overlap(one: Element, other: Element): number {
  const a = boxOf(one);
  const b = boxOf(other);
  const w = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x);
  const h = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y);
  return w > 0 && h > 0 ? (w * h) / (a.w * a.h + b.w * b.h - w * h) : 0;
}

export function boxOf(element: Element): { x: number; y: number; w: number; h: number } {
  const { x, y, width, height } = element.getBoundingClientRect();
  const box = { x, y, w: width, h: height };
  for (
    let frame = element.ownerDocument.defaultView?.frameElement;
    frame;
    frame = frame.ownerDocument.defaultView?.frameElement
  ) {
    const outer = frame.getBoundingClientRect();
    box.x += outer.x;
    box.y += outer.y;
  }
  return box;
}

/** Does one hold the other, through shadow roots and frames? */
function holds(outer: Element, inner: Element): boolean {
  for (let at: Element | null = inner; at; at = parentOf(at)) if (at === outer) return true;
  return false;
}

export function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return (
    element.parentElement ?? (root instanceof ShadowRoot ? root.host : (element.ownerDocument.defaultView?.frameElement ?? null))
  );
}

/** Every element of the page, through open shadow roots and frames. */
export function* everything(root: ParentNode = document): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* everything(element.shadowRoot);
    const inner = element.localName === 'iframe' ? (element as HTMLIFrameElement).contentDocument : null;
    if (inner) yield* everything(inner);
  }
}
