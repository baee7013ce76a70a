import { type FlushReason, isUserSubmitted } from '../ledger/row.ts';
import type { Entry } from '../model/entry/entry.ts';

/** What was recorded since the last flush. */
export interface Pending {
  count: number;
  /** Characters of JSON. */
  chars: number;
}

/** Fifty entries, or what fits a few network packets when compressed, are worth a request. */
const FLUSH_AT: Pending = { count: 50, chars: 64 * 1024 };

/** No entry waits longer than this; 10,000 browsers then send at most 33 requests a second. */
export const MAX_WAIT_MS = 5 * 60_000;

/** Why to flush now that this entry is recorded, or undefined to flush later. What a person submitted is sent at once. */
export function flushReason(entry: Entry, pending: Pending): FlushReason | undefined {
  if (isUserSubmitted({ entry })) return 'click';
  if (pending.count >= FLUSH_AT.count) return 'count';
  if (pending.chars >= FLUSH_AT.chars) return 'bytes';
  return undefined;
}
