const anchoredByHost = new WeakMap<Element, { elements: Set<Element>; onAdded: () => void }>();

/** The elements that something in a host stands beside, as they come and go; `grew` when one has come. */
export function trackAnchoredElements(host: Element, onAdded: () => void): ReadonlySet<Element> {
  const elements = new Set<Element>();
  anchoredByHost.set(host, { elements, onAdded });
  return elements;
}

/** Something of ours stands beside this element until the function that comes back is called. */
export function addAnchoredElement(host: Element, element: Element): () => void {
  const anchored = anchoredByHost.get(host);
  anchored?.elements.add(element);
  anchored?.onAdded();
  return () => void anchored?.elements.delete(element);
}
