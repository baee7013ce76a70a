import type { RefObject } from 'preact';
import { useEffect, useReducer, useRef } from 'preact/hooks';

/** The heights of the rows that were drawn so far. They are measured anew when the list gets another width. */
export function useMeasuredRows(list: RefObject<HTMLUListElement | null>) {
  const heights = useRef(new Map<string, number>());
  const [, redraw] = useReducer<number, void>((count) => count + 1, 0);
  const measure = () => {
    let hasChanged = false;
    for (const row of list.current?.children ?? []) {
      const id = (row as HTMLElement).dataset.id!;
      const { height } = row.getBoundingClientRect();
      if (height === 0 || Math.abs((heights.current.get(id) ?? 0) - height) < 0.5) continue;
      heights.current.set(id, height);
      hasChanged = true;
    }
    if (hasChanged) redraw();
  };
  useEffect(() => {
    let width = list.current?.clientWidth;
    const observer = new ResizeObserver(() => {
      if (list.current?.clientWidth === width) return;
      width = list.current?.clientWidth;
      heights.current.clear();
      redraw();
    });
    if (list.current) observer.observe(list.current);
    return () => observer.disconnect();
  }, []);
  return { measured: heights.current, measure };
}
