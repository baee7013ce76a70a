/** The same groups with the labels 0, 1, 2 … in the order in which they first occur. */
export function relabel(labels: ArrayLike<number>): { labels: Int32Array; count: number } {
  const numbers = new Map<number, number>();
  const relabelled = Int32Array.from(labels, (label) => {
    let number = numbers.get(label);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(label, number);
    }
    return number;
  });
  return { labels: relabelled, count: numbers.size };
}
