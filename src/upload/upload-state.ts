import { z } from 'zod';
import type { Clock } from '../runtime/clock.ts';
import type { KeyValueStore } from '../runtime/key-value-store.ts';
import { uploadError } from './upload-error.ts';

/** The hub takes 500 entries at once. */
export const MAX_BATCH_ENTRIES = 500;

/** What outlives a stopped worker. Times are milliseconds by the device clock. */
const uploadState = z.object({
  /** The hub that the rest is about. */
  hub: z.string(),
  /** When this was written. */
  savedAt: z.number().default(0),
  lastSuccess: z.number().optional(),
  lastError: uploadError.extend({ at: z.number() }).optional(),
  /** When the next flush is due, and for what. */
  next: z.object({ at: z.number(), reason: z.enum(['time', 'retry']) }).optional(),
  /** The hub asked to be left alone until then. */
  notBefore: z.number().default(0),
  /** Failures in a row. */
  failures: z.int().min(0).default(0),
  /** How many entries to send at once. */
  size: z.int().min(1).max(MAX_BATCH_ENTRIES).default(MAX_BATCH_ENTRIES),
  /** Rows (seq) that the hub fails on while it takes others. */
  quarantined: z.array(z.number()).default([]),
  /** A row that was objected to when sent alone, so many times in a row. */
  suspect: z.object({ seq: z.number(), objections: z.number() }).optional(),
  /** How far the hub's clock is ahead of ours, in milliseconds. */
  hubAhead: z.number().default(0),
});
export type UploadState = z.infer<typeof uploadState>;

const KEY = 'upload';

/** What is remembered about this hub; another hub, or anything unreadable, starts afresh. */
export async function loadState({ kv, clock }: { kv: KeyValueStore; clock: Clock }, hub: string): Promise<UploadState> {
  const parsed = uploadState.safeParse(await kv.get(KEY).catch(() => undefined));
  const state = parsed.success && parsed.data.hub === hub ? parsed.data : uploadState.parse({ hub });
  return wasClockSetBack(state, clock.now())
    ? { ...state, notBefore: 0, next: state.next && { ...state.next, at: clock.now() } }
    : state;
}

/** Somebody set the device's clock back: times to come may be days away, and nobody meant that. */
const wasClockSetBack = ({ savedAt }: UploadState, now: number): boolean => now < savedAt;

/** A value store that is full or broken must not stop entries from being sent. */
export async function saveState({ kv, clock }: { kv: KeyValueStore; clock: Clock }, state: UploadState): Promise<void> {
  await kv.set(KEY, { ...state, savedAt: clock.now() }).catch(() => undefined);
}
