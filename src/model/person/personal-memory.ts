import type { Guide } from '../pack/guide.ts';
import type { GuideHistory } from './guide-history.ts';
import { isOver } from './is-over.ts';

/** What this browser stores about a person besides the ledger. Guides are chosen by it, and it is never sent. Keys are `pack/id`. */
export interface PersonalMemory {
  guides: { key: string; shown: boolean; done: boolean; dismissed: number }[];
  /** How often a task was finished, and in how many different weeks. */
  tasks: { key: string; times: number; weeks: number }[];
  /** Prompts of the last week. */
  prompts: { key: string; at: number }[];
  /** Links opened from a checklist. */
  openedLinks: { key: string; count: number }[];
  /** Names of apps for which the usual paths from page to page are known. */
  appsWithPaths: string[];
  /** What was learnt of the addresses of each app: words that count as the app's, and how many parts are stored as keyed hashes. */
  addresses: { app: string; words: string[]; codes: number }[];
  /** How many names of controls that Cairn does not know were met. Stored are their fingerprints. */
  unknownNames: number;
  /** Titles of the drafts of guides that the person recorded or wrote. */
  drafts: string[];
}

/**
 * Is this part of a guide's history kept when the person asks to forget? Otherwise guides they dismissed or answered would be shown
 * again. Guides that people open themselves need no such protection. The kind of a guide that no pack has is unknown, so its history is kept.
 */
export function survivesForgetting(kind: Guide['kind'] | undefined, history: GuideHistory): boolean {
  if (kind === undefined) return history.dismissed > 0 || history.done;
  return kind !== 'walkthrough' && kind !== 'checklist' && (history.dismissed > 0 || isOver(kind, history));
}
