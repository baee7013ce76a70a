const steps: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at, count) => Math.min(at + 1, count - 1),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** The row that a key moves to from row `at` of `count`; undefined for other keys. */
export function nextRow(key: string, at: number, count: number): number | undefined {
  return at < 0 ? undefined : steps[key]?.(at, count);
}

/** The row that a key event moves to, if it is for the list. */
export const rowAfter = (event: KeyboardEvent, at: number, count: number): number | undefined =>
  event.ctrlKey || event.metaKey || event.altKey || event.shiftKey ? undefined : nextRow(event.key, at, count);
