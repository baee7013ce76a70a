import type { Guide } from '../pack/guide.ts';
import type { GuideHistory } from './guide-history.ts';
import { isOver } from './is-over.ts';

/** What this browser remembers of a person besides the ledger: guides are chosen by it, and it is never sent. Keys are `pack/id`. */
export interface PersonalMemory {
  guides: { key: string; seen: boolean; done: boolean; dismissed: number }[];
  /** How often a task was finished, and in how many different weeks. */
  tasks: { key: string; times: number; weeks: number }[];
  /** What was shown unasked in the last week. */
  prompts: { key: string; at: number }[];
  /** Links that were opened from a checklist. */
  openedLinks: { key: string; count: number }[];
  /** Names of apps whose usual ways from page to page are known. */
  appsWithPaths: string[];
}

/**
 * Does a person's no outlive their wish that this browser forget? What they turned away or answered would be shown again; of what they
 * open themselves there is nothing to be spared. Of a guide that is gone nobody knows the kind, so their no is kept.
 */
export function survivesForgetting(kind: Guide['kind'] | undefined, history: GuideHistory): boolean {
  if (kind === undefined) return history.dismissed > 0 || history.done;
  return kind !== 'walkthrough' && kind !== 'checklist' && (history.dismissed > 0 || isOver(kind, history));
}
