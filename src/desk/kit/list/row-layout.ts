/** Where the rows of a list are, some of them measured and the others by estimate, in pixels from the top of the list. */
export interface RowLayout {
  /** The top of each row, and the end of the last. */
  tops: Float64Array;
}

export function layOutRows(ids: readonly string[], measured: ReadonlyMap<string, number>, estimate: number): RowLayout {
  const tops = new Float64Array(ids.length + 1);
  for (let at = 0; at < ids.length; at += 1) tops[at + 1] = tops[at]! + (measured.get(ids[at]!) ?? estimate);
  return { tops };
}

/** The row at a distance from the top; the first or last row for a distance outside the list. -1 if there are no rows. */
export function rowAtOffset({ tops }: RowLayout, offset: number): number {
  let [low, high] = [0, tops.length - 2];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (tops[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return high < 0 ? -1 : low;
}

interface Viewport {
  /** From the top of the list to the top of what is seen; negative while the list begins further down. */
  from: number;
  height: number;
}

/** Rows that are drawn above and below what is seen, so that a quick scroll shows no gap. */
const EXTRA_ROWS = 6;

/** The rows to draw, by number: those that are seen, some more, and the ones that must be there, such as the focused one. */
export function rowsToDraw(layout: RowLayout, { from, height }: Viewport, required: readonly number[]): number[] {
  const count = layout.tops.length - 1;
  if (count === 0) return [];
  const first = Math.max(0, rowAtOffset(layout, from) - EXTRA_ROWS);
  const last = Math.min(count - 1, rowAtOffset(layout, from + height) + EXTRA_ROWS);
  const drawn = new Set(required.filter((at) => at >= 0 && at < count));
  for (let at = first; at <= last; at += 1) drawn.add(at);
  return [...drawn].sort((one, other) => one - other);
}
