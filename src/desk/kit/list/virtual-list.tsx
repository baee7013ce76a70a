import type { ComponentChildren, RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ListState } from './list-state.ts';
import { layOutRows, rowsToDraw } from './row-layout.ts';
import { useMeasuredRows } from './use-measured-rows.ts';
import { useWindowScroll } from './use-window-scroll.ts';

/** What a row is told about itself. */
export interface ListRowState {
  isActive: boolean;
  isSelected: boolean;
}

interface VirtualListProps {
  label: string;
  /** Class of the list. */
  class: string;
  state: ListState;
  /** Height of a row that was never drawn, in pixels. */
  estimate: number;
  isBusy?: boolean;
  row: (id: string, state: ListRowState) => ComponentChildren;
}

/**
 * A list of any length that draws only the rows that are seen. Rows may differ in height. It is one Tab stop; the row with the focus stays
 * drawn, and what is seen stays where it is when rows come, go or turn out to have another height. Each row has one link or button of
 * the class `list-target`, which takes the focus.
 */
export function VirtualList({ label, class: className, state, estimate, isBusy = false, row }: VirtualListProps) {
  const list = useRef<HTMLUListElement>(null);
  const ids = state.order.value;
  const active = state.active.value;
  const { measured, measure } = useMeasuredRows(list);
  const layout = layOutRows(ids, measured, estimate);
  const { viewport, keepPlace } = useWindowScroll(list, ids, layout);
  const drawn = rowsToDraw(layout, viewport, [active === null ? -1 : ids.indexOf(active)]);
  useLayoutEffect(() => {
    measure();
    keepPlace();
  });
  useRowFocus(list, state);
  const { ids: selected } = state.selection.value;
  return (
    <ul
      class={className}
      ref={list}
      aria-label={label}
      aria-busy={isBusy}
      style={{ paddingBlockEnd: `${layout.tops.at(-1)! - (layout.tops[(drawn.at(-1) ?? -1) + 1] ?? 0)}px` }}
    >
      {drawn.map((at, nth) => (
        <li
          key={ids[at]}
          data-id={ids[at]}
          aria-setsize={ids.length}
          aria-posinset={at + 1}
          style={{ marginBlockStart: `${layout.tops[at]! - (nth === 0 ? 0 : layout.tops[drawn[nth - 1]! + 1]!)}px` }}
        >
          {row(ids[at]!, { isActive: ids[at] === active, isSelected: selected.has(ids[at]!) })}
        </li>
      ))}
    </ul>
  );
}

/** Gives the active row the focus when a key asked for it, or when the row that had it is gone, and brings it into view. */
function useRowFocus(list: RefObject<HTMLUListElement | null>, state: ListState): void {
  const granted = useRef(state.focusRequests.value);
  const requested = state.focusRequests.value;
  const hadFocus = list.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    const isLost = hadFocus && document.activeElement === document.body;
    if (granted.current === requested && !isLost) return;
    granted.current = requested;
    const target = list.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(state.active.value ?? '')}"] .list-target`);
    target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: 'nearest' });
  });
}
