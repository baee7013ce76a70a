import { retryDelay } from './retry-delay.ts';
import type { SendResult } from './send-waiting.ts';
import type { UploadState } from './upload-state.ts';

/** How long a quarantined row, or an erasure without a receipt, waits for its next attempt: the hub is healthy, and nothing depends on them. */
const QUARANTINE_RETRY_MS = 15 * 60_000;

/** The state after a flush, with the time at which the next flush is due. */
export function afterSending(
  state: UploadState,
  result: SendResult,
  { now, random }: { now: number; random: () => number },
): UploadState {
  const { plan, setback, hubAhead = state.hubAhead, readings = state.readings } = result;
  const next: UploadState = {
    ...state,
    size: plan.size,
    quarantined: [...plan.quarantined],
    suspect: plan.suspect,
    hubAhead,
    readings,
    ...(result.settledCount > 0 && { lastSuccess: now }),
    ...(setback && { lastError: { ...setback.error, at: now } }),
  };
  const waitMs = setback?.waitMs ?? 0;
  const retryIn = (ms: number) => ({
    notBefore: waitMs > 0 ? now + waitMs : 0,
    next: { at: now + Math.max(waitMs, ms), reason: 'retry' as const },
  });
  if (result.shouldRest) {
    const failures = result.settledCount > 0 ? 1 : state.failures + 1;
    return { ...next, failures, ...retryIn(retryDelay(failures, random)) };
  }
  const isLeft = plan.quarantined.length > 0 || result.hasOpenErasure;
  return { ...next, failures: 0, ...(isLeft ? retryIn(QUARANTINE_RETRY_MS) : { notBefore: 0, next: undefined }) };
}
