import { z } from 'zod';
import { type MessageName, messages, type Parsed, type Reply } from './messages.ts';

export interface MessageSender {
  id?: string;
  url?: string;
  tab?: { id?: number; url?: string; incognito?: boolean; active?: boolean; openerTabId?: number };
  frameId?: number;
}

export type MessageHandlers = { [N in MessageName]: (body: Parsed<N>, sender: MessageSender) => Promise<Reply<N>> };

const envelope = z.strictObject({ name: z.string(), body: z.unknown() });

export interface ExtensionIdentity {
  /** The extension's id. */
  id: string;
  /** Address of the extension's own pages, as in `chrome-extension://…/`. */
  origin: string;
}

/**
 * A listener for `runtime.onMessage`. The sender is checked before the body is parsed; a message that is not for us, or not allowed,
 * is left unanswered.
 *
 * @param onRefused hears what was refused and why
 */
export function createMessageRouter(handlers: MessageHandlers, identity: ExtensionIdentity, onRefused: (why: string) => void) {
  return (message: unknown, sender: MessageSender): Promise<unknown> | undefined => {
    const parsed = envelope.safeParse(message);
    if (!parsed.success || !Object.hasOwn(messages, parsed.data.name)) return undefined;
    const name = parsed.data.name as MessageName;
    if (!isAllowed(messages[name].from, sender, identity)) {
      onRefused(`${name}: not from ${messages[name].from}`);
      return undefined;
    }
    const body = messages[name].body.safeParse(parsed.data.body);
    if (!body.success) {
      onRefused(`${name}: ${z.prettifyError(body.error)}`);
      return Promise.resolve({ ok: false, why: z.prettifyError(body.error) });
    }
    return (handlers[name] as (body: unknown, sender: MessageSender) => Promise<unknown>)(body.data, sender);
  };
}

/**
 * From private windows nothing is taken, whatever the browser lets us into. `sender.id` is set by the browser. Extension pages have our
 * scheme (a frame's dynamic address has another host, never another scheme).
 */
function isAllowed(from: 'page' | 'extension' | 'anywhere', sender: MessageSender, own: ExtensionIdentity): boolean {
  if (sender.id !== own.id || !sender.url || sender.tab?.incognito) return false;
  const isOwnPage = new URL(sender.url).protocol === new URL(own.origin).protocol;
  const isPage = !isOwnPage && sender.tab?.id !== undefined;
  return from === 'anywhere' ? isOwnPage || isPage : from === 'extension' ? isOwnPage : isPage;
}
