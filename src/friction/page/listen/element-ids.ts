/** Numbers for things of the page, so that facts are plain data; a thing that has gone is not held back by its number. */
export function createElementIds() {
  const ids = new WeakMap<object, number>();
  const elements = new Map<number, WeakRef<Element>>();
  const counter = { number: 0 };
  return {
    idOf(element: Element): number {
      const known = ids.get(element);
      if (known !== undefined) return known;
      counter.number += 1;
      ids.set(element, counter.number);
      elements.set(counter.number, new WeakRef(element));
      if (elements.size > 2000) elements.delete(elements.keys().next().value!);
      return counter.number;
    },
    elementOf: (id: number): Element | undefined => elements.get(id)?.deref(),
  };
}
export type ElementIds = ReturnType<typeof createElementIds>;
