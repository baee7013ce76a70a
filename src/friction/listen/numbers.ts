/** Numbers for things of the page, so that facts are plain data; a thing that has gone is not held back by its number. */
export function createNumbers() {
  const numbers = new WeakMap<object, number>();
  const things = new Map<number, WeakRef<Element>>();
  const last = { number: 0 };
  return {
    of(thing: Element): number {
      const known = numbers.get(thing);
      if (known !== undefined) return known;
      last.number += 1;
      numbers.set(thing, last.number);
      things.set(last.number, new WeakRef(thing));
      if (things.size > 2000) things.delete(things.keys().next().value!);
      return last.number;
    },
    element: (number: number): Element | undefined => things.get(number)?.deref(),
  };
}
export type Numbers = ReturnType<typeof createNumbers>;
