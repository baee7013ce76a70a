/** Takes items out in the order of their cost: a binary heap. */
export interface CheapestFirst {
  add(item: number, cost: number): void;
  /** The cheapest item, or undefined. */
  take(): number | undefined;
}

export function createCheapestFirst(): CheapestFirst {
  const heap: { item: number; cost: number }[] = [];
  const isCheaper = (one: number, other: number) => heap[one] !== undefined && heap[one].cost < (heap[other]?.cost ?? Infinity);
  const swap = (one: number, other: number) => {
    [heap[one], heap[other]] = [heap[other]!, heap[one]!];
  };
  return {
    add(item, cost) {
      heap.push({ item, cost });
      for (let at = heap.length - 1; at > 0; ) {
        const parent = (at - 1) >> 1;
        if (!isCheaper(at, parent)) return;
        swap(at, parent);
        at = parent;
      }
    },
    take() {
      const first = heap[0];
      const last = heap.pop();
      if (heap.length > 0 && last) heap[0] = last;
      for (let at = 0; ; ) {
        const child = isCheaper(2 * at + 2, 2 * at + 1) ? 2 * at + 2 : 2 * at + 1;
        if (!isCheaper(child, at)) return first?.item;
        swap(at, child);
        at = child;
      }
    },
  };
}
