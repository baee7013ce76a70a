import { z } from 'zod';
import { uploadError } from '../model/fault/upload-error.ts';
import { readings } from '../model/hub-api/intake.ts';
import type { Clock } from '../runtime/clock.ts';
import type { KeyValueStore } from '../runtime/key-value-store.ts';

/** The hub accepts 500 entries in one request. */
export const MAX_BATCH_ENTRIES = 500;

/** What survives a restart of the worker. Times are milliseconds of the device clock. */
const uploadState = z.object({
  /** Address of the hub that the other fields are about. */
  hub: z.string(),
  /** When this was saved. */
  savedAt: z.number().default(0),
  lastSuccess: z.number().optional(),
  lastError: uploadError.extend({ at: z.number() }).optional().catch(undefined),
  /** When the next flush is due, and why. */
  next: z.object({ at: z.number(), reason: z.enum(['time', 'retry']) }).optional(),
  /** The hub has asked to wait until then. */
  notBefore: z.number().default(0),
  /** Consecutive failures. */
  failures: z.int().min(0).default(0),
  /** Number of entries in the next batch. */
  size: z.int().min(1).max(MAX_BATCH_ENTRIES).default(MAX_BATCH_ENTRIES),
  /** Rows (`seq`) that the hub fails on while it accepts others. */
  quarantined: z.array(z.number()).default([]),
  /** A row that the hub has objected to when sent alone, with the number of consecutive objections. */
  suspect: z.object({ seq: z.number(), objections: z.number() }).optional(),
  /** How far the hub's clock is ahead of ours, in milliseconds. */
  hubAhead: z.number().default(0),
  /** How often what people wrote was read at the hub, as it said last. */
  readings: readings.optional().catch(undefined),
});
export type UploadState = z.infer<typeof uploadState>;

const STATE_KEY = 'state';

export interface UploadStateDeps {
  kv: KeyValueStore<typeof STATE_KEY>;
  clock: Clock;
}

/** The saved state for this hub. For another hub, or if it cannot be read, the state is new. */
export async function loadState({ kv, clock }: UploadStateDeps, hub: string): Promise<UploadState> {
  const parsed = uploadState.safeParse(await kv.get(STATE_KEY).catch(() => undefined));
  const state = parsed.success && parsed.data.hub === hub ? parsed.data : uploadState.parse({ hub });
  return wasClockSetBack(state, clock.now())
    ? { ...state, notBefore: 0, next: state.next && { ...state.next, at: clock.now() } }
    : state;
}

/** The device clock was set back: scheduled times may now be days away, which nobody intended. */
const wasClockSetBack = ({ savedAt }: UploadState, now: number): boolean => now < savedAt;

/** A key-value store that is full or broken must not prevent entries from being sent. */
export async function saveState({ kv, clock }: UploadStateDeps, state: UploadState): Promise<void> {
  await kv.set(STATE_KEY, { ...state, savedAt: clock.now() }).catch(() => undefined);
}
