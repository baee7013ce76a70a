import { retry } from '../runtime/retry.ts';
import type { Refusal } from './result.ts';

/** Waits before each further attempt, in milliseconds. A stopped worker is back within a few hundred. */
const RETRY_WAITS_MS = [50, 250, 1000, 3000];

/**
 * Sends a message again while nobody answers it: a worker that stops loses what it was just sent. Only for messages that may arrive
 * twice.
 *
 * @param isCurrent false once a newer message has replaced this one
 */
export async function sendUntilAnswered(send: () => Promise<{ ok: true } | Refusal>, isCurrent: () => boolean): Promise<void> {
  await retry(RETRY_WAITS_MS, async () => {
    if (!isCurrent()) return true;
    const reply = await send();
    return reply.ok || !reply.isUnanswered;
  });
}
