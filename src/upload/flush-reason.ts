import { type FlushReason, isUserSubmitted } from '../ledger/row.ts';
import type { Entry } from '../model/entry/entry.ts';

/** What was kept since the last flush. */
export interface Pending {
  count: number;
  /** Characters of JSON. */
  text: number;
}

/** Fifty entries, or what fits a few network packets once compressed: enough to be worth a request. */
const FLUSH_AT: Pending = { count: 50, text: 64 * 1024 };

/** Nothing else waits longer than this: 10,000 browsers then ask 33 times a second at the very most. */
export const MAX_WAIT_MS = 5 * 60_000;

/** Why to flush now that this entry is kept too: what a person said leaves at once; for the rest, undefined means: by and by. */
export function flushReason(entry: Entry, pending: Pending): FlushReason | undefined {
  if (isUserSubmitted({ entry })) return 'click';
  if (pending.count >= FLUSH_AT.count) return 'count';
  if (pending.text >= FLUSH_AT.text) return 'bytes';
  return undefined;
}
