import type { ListenerContext } from './listener-context.ts';

/** The page shows what a changed field selects within this time. */
const APPLIED_WITHIN_MS = 2500;

interface FilterWatch {
  /** The page has changed in response to something. */
  note(records: readonly MutationRecord[], at: number): void;
}

/**
 * Emits that a field outside forms was applied: the page shows something else, away from the field, after it was changed. Such a field is
 * a filter, which is set as often as somebody wants to see something else.
 */
export function createFilterWatch(context: ListenerContext): FilterWatch {
  return {
    note(records, at) {
      const { changed } = context.lastInput;
      if (!changed || at - changed.at > APPLIED_WITHIN_MS) return;
      const surroundings = changed.field.closest('label') ?? changed.field.parentElement;
      const isElsewhere = ({ type, target }: MutationRecord) => type !== 'attributes' && !surroundings?.contains(target);
      if (!records.some(isElsewhere)) return;
      context.lastInput.changed = null;
      context.emit({ is: 'applied', at });
    },
  };
}
