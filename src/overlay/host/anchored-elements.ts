const anchoredByHost = new WeakMap<Element, { elements: Set<Element>; onAdded: () => void }>();

/** The elements of the page that something in a host is anchored to, kept up to date; `onAdded` is called when one is added. */
export function trackAnchoredElements(host: Element, onAdded: () => void): ReadonlySet<Element> {
  const elements = new Set<Element>();
  anchoredByHost.set(host, { elements, onAdded });
  return elements;
}

/** Anchors something in a host to an element of the page, until the returned function is called. */
export function addAnchoredElement(host: Element, element: Element): () => void {
  const anchored = anchoredByHost.get(host);
  anchored?.elements.add(element);
  anchored?.onAdded();
  return () => void anchored?.elements.delete(element);
}
