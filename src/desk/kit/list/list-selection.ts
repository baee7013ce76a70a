/** The rows that are selected, and the row from which Shift extends. */
export interface ListSelection {
  ids: ReadonlySet<string>;
  anchor: string | null;
}

export const NOTHING_SELECTED: ListSelection = { ids: new Set(), anchor: null };

/** Selects a row, or no longer. */
export function toggleRow({ ids }: ListSelection, id: string): ListSelection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: id };
}

/** Selects every row from the anchor to this one, besides those that are selected. */
export function extendTo(selection: ListSelection, id: string, order: readonly string[]): ListSelection {
  const from = order.indexOf(selection.anchor ?? id);
  const to = order.indexOf(id);
  if (from < 0 || to < 0) return toggleRow(selection, id);
  const between = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ids: new Set([...selection.ids, ...between]), anchor: selection.anchor ?? id };
}

/** Without rows that are not in the list any more. */
export function selectionWithin({ ids, anchor }: ListSelection, order: readonly string[]): ListSelection {
  const known = new Set(order);
  return { ids: new Set([...ids].filter((id) => known.has(id))), anchor: anchor !== null && known.has(anchor) ? anchor : null };
}
