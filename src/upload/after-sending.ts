import { retryDelay } from './retry-delay.ts';
import type { SendResult } from './send-waiting.ts';
import type { UploadState } from './upload-state.ts';

/** How long a row set aside, or an erasure without a receipt, waits for its next try: the hub is well, and nothing depends on them. */
const QUARANTINE_RETRY_MS = 15 * 60_000;

/** What to remember once a flush is over, and when the next one is due. */
export function afterSending(
  state: UploadState,
  sent: SendResult,
  { now, random }: { now: number; random: () => number },
): UploadState {
  const { plan, setback, hubAhead = state.hubAhead } = sent;
  const next: UploadState = {
    ...state,
    size: plan.size,
    quarantined: [...plan.quarantined],
    suspect: plan.suspect,
    hubAhead,
    ...(sent.settledCount > 0 && { lastSuccess: now }),
    ...(setback && { lastError: { ...setback.error, at: now } }),
  };
  const wait = setback?.waitMs ?? 0;
  const retryIn = (ms: number) => ({
    notBefore: wait > 0 ? now + wait : 0,
    next: { at: now + Math.max(wait, ms), reason: 'retry' as const },
  });
  if (sent.shouldRest) {
    const failures = sent.settledCount > 0 ? 1 : state.failures + 1;
    return { ...next, failures, ...retryIn(retryDelay(failures, random)) };
  }
  const isLeft = plan.quarantined.length > 0 || sent.hasOpenErasure;
  return { ...next, failures: 0, ...(isLeft ? retryIn(QUARANTINE_RETRY_MS) : { notBefore: 0, next: undefined }) };
}
