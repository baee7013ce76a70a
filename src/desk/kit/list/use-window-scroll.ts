import type { RefObject } from 'preact';
import { useEffect, useReducer, useRef } from 'preact/hooks';
import { type RowLayout, rowAtOffset } from './row-layout.ts';

/** The part of the list that the window shows, and a way to hold it where it is while rows around it change. */
export function useWindowScroll(list: RefObject<HTMLUListElement | null>, ids: readonly string[], layout: RowLayout) {
  const [, redraw] = useReducer<number, void>((count) => count + 1, 0);
  /** The first row that is seen, and how far below the top of the window it begins. */
  const place = useRef<{ id: string; top: number } | null>(null);
  const scrolled = useRef(0);
  const latest = useRef({ ids, layout });
  const listTop = () => list.current?.getBoundingClientRect().top ?? 0;
  const notePlace = () => {
    scrolled.current = window.scrollY;
    const { ids: rows, layout: shown } = latest.current;
    const top = listTop();
    const at = top < 0 ? rowAtOffset(shown, -top) : -1;
    place.current = at < 0 ? null : { id: rows[at]!, top: top + shown.tops[at]! };
  };
  // The person, or the focus, has scrolled since the last drawing: that place counts. Later the window may scroll by itself, where a list got shorter.
  if (window.scrollY !== scrolled.current) notePlace();
  latest.current = { ids, layout };
  useEffect(() => {
    const lifetime = new AbortController();
    const onScroll = () => {
      notePlace();
      redraw();
    };
    window.addEventListener('scroll', onScroll, { signal: lifetime.signal, passive: true });
    window.addEventListener('resize', onScroll, { signal: lifetime.signal, passive: true });
    return () => lifetime.abort();
  }, []);
  const keepPlace = () => {
    const at = place.current ? ids.indexOf(place.current.id) : -1;
    if (at < 0) return notePlace();
    const moved = listTop() + layout.tops[at]! - place.current!.top;
    if (Math.abs(moved) >= 1) {
      const before = window.scrollY;
      window.scrollBy({ top: moved, behavior: 'instant' });
      // At an end of the page it cannot be held.
      if (window.scrollY === before) notePlace();
      else redraw();
    }
    scrolled.current = window.scrollY;
  };
  return { viewport: { from: -listTop(), height: window.innerHeight }, keepPlace };
}
