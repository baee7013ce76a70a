import { type FlushReason, isSaid } from '../ledger/row.ts';
import type { Entry } from '../model/entry.ts';

/** What was kept since the last flush. */
export interface Pending {
  count: number;
  /** Characters of JSON. */
  text: number;
}

/** Fifty entries, or what fits a few network packets once compressed: enough to be worth a request. */
const ENOUGH: Pending = { count: 50, text: 64 * 1024 };

/** Nothing else waits longer than this: 10,000 browsers then ask 33 times a second at the very most. */
export const LONGEST_WAIT = 5 * 60_000;

/** Why to flush now that this entry is kept too: what a person said leaves at once; for the rest, undefined means: by and by. */
export function flushReason(entry: Entry, pending: Pending): FlushReason | undefined {
  if (isSaid({ entry })) return 'click';
  if (pending.count >= ENOUGH.count) return 'count';
  if (pending.text >= ENOUGH.text) return 'bytes';
  return undefined;
}
