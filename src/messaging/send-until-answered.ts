import { retry } from '../runtime/retry.ts';
import { isUnanswered } from './ask.ts';

/** Waits before each further try, in milliseconds: a worker that stopped is back within some hundred. */
const RETRY_WAITS_MS = [50, 250, 1000, 3000];

/**
 * Says it again where nobody answered: a worker that stops takes with it what it was just told. Only for what may be heard twice.
 *
 * @param isCurrent false once something newer is to be said in its place
 */
export async function sendUntilAnswered(send: () => Promise<unknown>, isCurrent: () => boolean): Promise<void> {
  await retry(RETRY_WAITS_MS, async () => !isCurrent() || !isUnanswered(await send()));
}
