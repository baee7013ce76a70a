import type { Body, MessageName, Reply } from './messages.ts';

/** What a question can come back with when nobody answered: the extension was updated or taken away while the page stayed. */
export interface Unanswered {
  unanswered: string;
}

export type Ask = <N extends MessageName>(name: N, body: Body<N>) => Promise<Reply<N> | Unanswered>;

/** @param send `browser.runtime.sendMessage` */
export function createAsk(send: (message: unknown) => Promise<unknown>): Ask {
  return async (name, body) => {
    try {
      return ((await send({ name, body })) ?? { unanswered: `no reply to ${name}` }) as never;
    } catch (error) {
      return { unanswered: error instanceof Error ? error.message : String(error) };
    }
  };
}

export function isUnanswered(reply: unknown): reply is Unanswered {
  return typeof reply === 'object' && reply !== null && 'unanswered' in reply;
}
