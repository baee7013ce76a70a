import { type ReadonlySignal, signal } from '@preact/signals';
import { nextRow } from '../row-focus.ts';
import { extendTo, type ListSelection, NOTHING_SELECTED, selectionWithin, toggleRow } from './list-selection.ts';

/** Which row of a list is active and which are selected: what its keys change, and what the list draws. */
export interface ListState {
  order: ReadonlySignal<readonly string[]>;
  /** The row that has the focus or had it last: the Tab stop of the list. */
  active: ReadonlySignal<string | null>;
  selection: ReadonlySignal<ListSelection>;
  /** Rises when the active row is to take the focus. */
  focusRequests: ReadonlySignal<number>;
  /** The rows in their order. A row that is gone hands over to the one that took its place. */
  setOrder: (order: readonly string[]) => void;
  /** Moves as a key does, as in `ArrowDown`; with `isExtending`, selects what it passes. */
  move: (key: string, isExtending?: boolean) => void;
  focusRow: (id: string) => void;
  /** The row got the focus by the mouse or by Tab. */
  noteFocus: (id: string) => void;
  toggle: (id: string) => void;
  extend: (id: string) => void;
  select: (ids: readonly string[]) => void;
}

export function createListState(): ListState {
  const order = signal<readonly string[]>([]);
  const active = signal<string | null>(null);
  const selection = signal(NOTHING_SELECTED);
  const focusRequests = signal(0);
  const focusRow = (id: string) => {
    active.value = id;
    focusRequests.value += 1;
  };
  return {
    order,
    active,
    selection,
    focusRequests,
    setOrder: (next) => {
      const before = order.peek();
      if (before === next) return;
      order.value = next;
      selection.value = selectionWithin(selection.peek(), next);
      active.value = heir(active.peek(), before, next);
    },
    move: (key, isExtending = false) => {
      const from = active.value;
      const to = order.value[nextRow(key, from === null ? 0 : order.value.indexOf(from), order.value.length) ?? -1];
      if (to === undefined) return;
      if (isExtending && from !== null)
        selection.value = extendTo(
          selection.value.anchor ? selection.value : { ...selection.value, anchor: from },
          to,
          order.value,
        );
      focusRow(to);
    },
    focusRow,
    noteFocus: (id) => {
      active.value = id;
    },
    toggle: (id) => {
      selection.value = toggleRow(selection.value, id);
    },
    extend: (id) => {
      selection.value = extendTo(selection.value, id, order.value);
    },
    select: (ids) => {
      selection.value = { ids: new Set(ids), anchor: ids[0] ?? null };
    },
  };
}

/** The row itself, or the next one after it that is still there, or else the last. */
function heir(id: string | null, before: readonly string[], next: readonly string[]): string | null {
  const left = new Set(next);
  if (id === null || left.has(id)) return id ?? next[0] ?? null;
  return before.slice(Math.max(0, before.indexOf(id))).find((one) => left.has(one)) ?? next.at(-1) ?? null;
}
