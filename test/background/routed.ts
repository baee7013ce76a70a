import { createMessageRouter, type MessageHandlers, type MessageSender } from '../../src/messaging/message-router.ts';
import type { BodyOf, MessageName, ReplyOf } from '../../src/messaging/messages.ts';
import type { Policy } from '../../src/model/policy/policy.ts';
import { appAt } from '../../src/policy/app-at.ts';

const identity = { id: 'cairn-id', origin: 'chrome-extension://cairn-id/' };

/** A page of the extension, as a sender. */
export const extensionPage: MessageSender = { url: `${identity.origin}panel.html` };

/** Sends messages to handlers the way the browser does: through the router, which judges the sender and resolves its app. */
export function routed(handlers: Partial<MessageHandlers>, policy: Pick<Policy, 'apps'>) {
  const route = createMessageRouter(handlers as MessageHandlers, {
    identity,
    appAt: async (url) => appAt(policy, url),
    onRefused: () => undefined,
  });
  return async <N extends MessageName>(name: N, body: BodyOf<N>, sender: MessageSender): Promise<ReplyOf<N>> =>
    ((await route({ name, body }, { id: identity.id, ...sender })) ?? {
      ok: false,
      why: 'no answer',
      isUnanswered: true,
    }) as ReplyOf<N>;
}

/** What a reply holds, where the message must not be refused. */
export function accepted<R extends { ok: boolean }>(reply: R): Extract<R, { ok: true }> {
  if (!reply.ok) throw new Error(JSON.stringify(reply));
  return reply as Extract<R, { ok: true }>;
}
