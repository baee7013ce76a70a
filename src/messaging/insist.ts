import { tryAgain } from '../runtime/try-again.ts';
import { isUnanswered } from './ask.ts';

/** Waits before each further try, in milliseconds: a worker that stopped is back within some hundred. */
const waits = [50, 250, 1000, 3000];

/**
 * Says it again where nobody answered: a worker that stops takes with it what it was just told. Only for what may be heard twice.
 *
 * @param still false once something newer is to be said in its place
 */
export async function insist(tell: () => Promise<unknown>, still: () => boolean): Promise<void> {
  await tryAgain(waits, async () => !still() || !isUnanswered(await tell()));
}
