/** Elements whose id can be resolved; older ones are forgotten. */
const MAX_ELEMENTS = 2000;

export interface ElementIds {
  idOf(element: Element): number;
  /** Undefined if the element is gone. */
  elementOf(id: number): Element | undefined;
}

/** Numbers elements of a page, so that facts are plain data. An id does not keep its element alive. */
export function createElementIds(): ElementIds {
  const ids = new WeakMap<object, number>();
  const elements = new Map<number, WeakRef<Element>>();
  let lastId = 0;
  return {
    idOf(element) {
      const known = ids.get(element);
      if (known !== undefined) return known;
      lastId += 1;
      ids.set(element, lastId);
      elements.set(lastId, new WeakRef(element));
      if (elements.size > MAX_ELEMENTS) elements.delete(elements.keys().next().value!);
      return lastId;
    },
    elementOf: (id) => elements.get(id)?.deref(),
  };
}
