import { z } from 'zod';
import { type MessageName, messages, type Parsed, type Reply } from './messages.ts';

export interface Sender {
  id?: string;
  url?: string;
  tab?: { id?: number; url?: string; incognito?: boolean; active?: boolean; openerTabId?: number };
  frameId?: number;
}

export type Answers = { [N in MessageName]: (body: Parsed<N>, sender: Sender) => Promise<Reply<N>> };

const envelope = z.strictObject({ name: z.string(), body: z.unknown() });

export interface Own {
  /** The extension's id. */
  id: string;
  /** Address of the extension's own pages, as in `chrome-extension://…/`. */
  origin: string;
}

/**
 * A listener for `runtime.onMessage`. The sender is checked before the body is parsed; a message that is not for us, or not allowed,
 * is left unanswered.
 *
 * @param refuse hears what was refused and why
 */
export function createAnswer(answers: Answers, own: Own, refuse: (why: string) => void) {
  return (message: unknown, sender: Sender): Promise<unknown> | undefined => {
    const parsed = envelope.safeParse(message);
    if (!parsed.success || !Object.hasOwn(messages, parsed.data.name)) return undefined;
    const name = parsed.data.name as MessageName;
    if (!mayAsk(messages[name].from, sender, own)) {
      refuse(`${name}: not from ${messages[name].from}`);
      return undefined;
    }
    const body = messages[name].body.safeParse(parsed.data.body);
    if (!body.success) {
      refuse(`${name}: ${z.prettifyError(body.error)}`);
      return Promise.resolve({ ok: false, why: z.prettifyError(body.error) });
    }
    return (answers[name] as (body: unknown, sender: Sender) => Promise<unknown>)(body.data, sender);
  };
}

/**
 * From private windows nothing is taken, whatever the browser lets us into. `sender.id` is set by the browser. Extension pages have our
 * scheme (a frame's dynamic address has another host, never another scheme).
 */
function mayAsk(from: 'page' | 'extension' | 'anywhere', sender: Sender, own: Own): boolean {
  if (sender.id !== own.id || !sender.url || sender.tab?.incognito) return false;
  const ours = new URL(sender.url).protocol === new URL(own.origin).protocol;
  const isPage = !ours && sender.tab?.id !== undefined;
  return from === 'anywhere' ? ours || isPage : from === 'extension' ? ours : isPage;
}
