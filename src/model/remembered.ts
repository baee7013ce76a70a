import type { Guide } from './guide.ts';
import { isOver } from './is-over.ts';
import type { Settled } from './settled.ts';

/** What this browser remembers of a person besides the ledger: guides are chosen by it, and it is never sent. Keys are `pack/id`. */
export interface Remembered {
  guides: { key: string; seen: boolean; done: boolean; dismissed: number }[];
  /** How often a task was finished, and in how many different weeks. */
  tasks: { key: string; times: number; weeks: number }[];
  /** What was shown unasked in the last week. */
  prompts: { key: string; at: number }[];
  /** Links that were opened from a checklist. */
  opened: { key: string; count: number }[];
  /** Names of apps whose usual ways from page to page are known. */
  ways: string[];
}

/**
 * Does a person's no outlive their wish that this browser forget? What they turned away or answered would be shown again; of what they
 * open themselves there is nothing to be spared. Of a guide that is gone nobody knows the kind, so their no is kept.
 */
export function outlivesForgetting(kind: Guide['kind'] | undefined, own: Settled): boolean {
  if (kind === undefined) return own.dismissed > 0 || own.done;
  return kind !== 'walkthrough' && kind !== 'checklist' && (own.dismissed > 0 || isOver(kind, own));
}
