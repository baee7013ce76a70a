import type { Translate } from '../runtime/translate.ts';
import type { BodyOf, MessageName, ReplyOf } from './messages.ts';
import type { Refusal } from './result.ts';

/** Sends a message to the background. The result says whether it was done; that nobody answered is a refusal like any other. */
export type Ask = <N extends MessageName>(name: N, body: BodyOf<N>) => Promise<ReplyOf<N>>;

/**
 * Nobody answers when the extension was updated or removed while the page stayed, or when the worker stopped in the middle.
 *
 * @param send `browser.runtime.sendMessage`
 * @param isTopFrame whether the sender is the page itself, for scripts in pages: by the number of its frame alone that cannot be told
 */
export function createAsk(send: (message: unknown) => Promise<unknown>, isTopFrame = false): Ask {
  return async (name, body) => {
    try {
      return ((await send({ name, body, ...(isTopFrame && { isTopFrame }) })) ?? unanswered(`no reply to ${name}`)) as never;
    } catch (error) {
      return unanswered(error instanceof Error ? error.message : String(error)) as never;
    }
  };
}

const unanswered = (why: string): Refusal => ({ ok: false, why, isUnanswered: true });

/** Why something was not done, for the person who asked for it. */
export const refusalText = ({ why, isUnanswered }: Refusal, t: Translate): string => (isUnanswered ? t('formUnanswered') : why);
