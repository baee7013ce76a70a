import { retryDelay } from './retry-delay.ts';
import type { Sent } from './send-waiting.ts';
import type { UploadState } from './upload-state.ts';

/** How long what was set aside waits for its next try: the hub fails on it alone, so nothing else depends on it. */
const ASIDE_REST = 60 * 60_000;

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
    hubAhead,
    ...(sent.settled > 0 && { lastSuccess: now }),
    ...(setback && { lastError: { ...setback.trouble, at: now } }),
  };
  if (!sent.rest) {
    const next = plan.aside.length > 0 ? { at: now + ASIDE_REST, reason: 'retry' as const } : undefined;
    return { ...kept, failures: 0, notBefore: 0, next };
  }
  const failures = sent.settled > 0 ? 1 : state.failures + 1;
  const wait = setback?.wait ?? 0;
  const at = now + Math.max(wait, retryDelay(failures, random));
  return { ...kept, failures, notBefore: wait > 0 ? now + wait : 0, next: { at, reason: 'retry' } };
}
