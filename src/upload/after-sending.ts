import { retryDelay } from './retry-delay.ts';
import type { Sent } from './send-waiting.ts';
import type { UploadState } from './upload-state.ts';

/** How long a row set aside, or an erasure without a receipt, waits for its next try: the hub is well, and nothing depends on them. */
const QUIET_REST = 15 * 60_000;

/** What to remember once a flush is over, and when the next one is due. */
export function afterSending(
  state: UploadState,
  sent: Sent,
  { now, random }: { now: number; random: () => number },
): UploadState {
  const { plan, setback, hubAhead = state.hubAhead } = sent;
  const kept: UploadState = {
    ...state,
    size: plan.size,
    aside: [...plan.aside],
    doubt: plan.doubt,
    hubAhead,
    ...(sent.settled > 0 && { lastSuccess: now }),
    ...(setback && { lastError: { ...setback.trouble, at: now } }),
  };
  const wait = setback?.wait ?? 0;
  const retryIn = (ms: number) => ({
    notBefore: wait > 0 ? now + wait : 0,
    next: { at: now + Math.max(wait, ms), reason: 'retry' as const },
  });
  if (sent.rest) {
    const failures = sent.settled > 0 ? 1 : state.failures + 1;
    return { ...kept, failures, ...retryIn(retryDelay(failures, random)) };
  }
  const isLeft = plan.aside.length > 0 || sent.isErasing;
  return { ...kept, failures: 0, ...(isLeft ? retryIn(QUIET_REST) : { notBefore: 0, next: undefined }) };
}
