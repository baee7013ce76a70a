import { z } from 'zod';
import { explainFault } from '../model/fault/explain-fault.ts';
import type { Fault } from '../model/fault/fault.ts';
import { issueFaults } from '../model/fault/issue-faults.ts';
import { prototypeFault } from '../model/fault/prototype-fault.ts';
import type { App } from '../model/policy/policy.ts';
import { type MessageName, type Messages, messages, type ParsedBodyOf, type ReplyOf } from './messages.ts';
import type { Refusal } from './result.ts';

export interface SenderTab {
  id?: number;
  url?: string;
  incognito?: boolean;
  active?: boolean;
  openerTabId?: number;
}

/** The sender as `runtime.onMessage` describes it. */
export interface MessageSender {
  id?: string;
  url?: string;
  tab?: SenderTab;
  frameId?: number;
  /** `prerender` in a page that the person has not gone to yet; Firefox does not report it. */
  documentLifecycle?: string;
}

/** Where a message came from, by the browser's word. */
export interface MessageOrigin {
  /** Address of the sender's document as it is now. */
  url: string;
  /** The browser's number of the frame. A page that was prerendered keeps the one that it had then, so not every page has 0. */
  frameId: number;
  /** Is the sender the page of its tab, and not a frame in it? */
  isTopFrame: boolean;
  tab?: SenderTab | undefined;
  /** The app of the policy that `url` belongs to. */
  app?: App | undefined;
}

/** The origin of a message that only pages of the policy's apps may send. */
export interface AppOrigin extends MessageOrigin {
  tab: SenderTab & { id: number };
  app: App;
}

type OriginOf<N extends MessageName> = Messages[N]['from'] extends 'app' ? AppOrigin : MessageOrigin;

export type MessageHandlers = { [N in MessageName]: (body: ParsedBodyOf<N>, origin: OriginOf<N>) => Promise<ReplyOf<N>> };

const envelope = z.strictObject({ name: z.string(), body: z.unknown(), isTopFrame: z.boolean().optional() });

interface ExtensionIdentity {
  /** The extension's id. */
  id: string;
  /** Address of the extension's own pages, as in `chrome-extension://…/`. */
  origin: string;
}

interface MessageRouterDeps {
  identity: ExtensionIdentity;
  /** The app of the policy in force that an address belongs to. */
  appAt: (url: string) => Promise<App | undefined>;
  /** Is told what was refused and why. */
  onRefused: (why: string) => void;
}

const NOT_AN_APP: Refusal = { ok: false, why: 'This page is not one of the policy’s apps.' };

/**
 * A listener for `runtime.onMessage`. The order is: sender, body, origin, handler. A message that is not for us, or not allowed, is
 * left unanswered; a body that does not parse, or a page outside the policy's apps, is answered with a refusal.
 */
export function createMessageRouter(handlers: MessageHandlers, { identity, appAt, onRefused }: MessageRouterDeps) {
  return (message: unknown, sender: MessageSender): Promise<unknown> | undefined => {
    const parsed = envelope.safeParse(message);
    if (!parsed.success || !Object.hasOwn(messages, parsed.data.name)) return undefined;
    const name = parsed.data.name as MessageName;
    const { from } = messages[name];
    if (!isAllowed(from, sender, identity)) {
      onRefused(`${name}: not from ${from}`);
      return undefined;
    }
    const body = parseBody(messages[name].body, parsed.data.body);
    if (!body.ok) {
      const why = body.faults.map((fault) => explainFault(fault, 'The message')).join('\n');
      onRefused(`${name}: ${why}`);
      return Promise.resolve({ ok: false, why } satisfies Refusal);
    }
    const handler = handlers[name] as (body: unknown, origin: MessageOrigin) => Promise<unknown>;
    const isTopFrame = isPageOfTab(sender, parsed.data.isTopFrame);
    return handleFrom({ from, sender, appAt, isTopFrame }, (origin) => handler(body.value, origin));
  };
}

/** As many faults of a body as are worth reading. */
const MAX_EXPLAINED = 3;

function parseBody(schema: z.ZodType, body: unknown): { ok: true; value: unknown } | { ok: false; faults: Fault[] } {
  const parsed = schema.safeParse(body);
  if (!parsed.success) return { ok: false, faults: issueFaults(schema, body, parsed.error).slice(0, MAX_EXPLAINED) };
  const fault = prototypeFault(body);
  return fault ? { ok: false, faults: [fault] } : { ok: true, value: parsed.data };
}

interface ResolveDeps {
  from: Messages[MessageName]['from'];
  sender: MessageSender;
  appAt: MessageRouterDeps['appAt'];
  isTopFrame: boolean;
}

async function handleFrom(
  { from, sender, appAt, isTopFrame }: ResolveDeps,
  handle: (origin: MessageOrigin) => Promise<unknown>,
): Promise<unknown> {
  const url = isTopFrame ? currentUrl(sender) : (sender.url ?? '');
  const app = from === 'extension' ? undefined : await appAt(url);
  if (from === 'app' && !app) return NOT_AN_APP;
  return handle({ url, tab: sender.tab, frameId: sender.frameId ?? 0, isTopFrame, app });
}

/** A frame's number tells its page apart only where that was not prerendered. Where it was, its script's word counts, at the origin of the tab. */
function isPageOfTab({ url = '', tab, frameId = 0 }: MessageSender, saysSo = false): boolean {
  return frameId === 0 || (saysSo && tab?.url !== undefined && hasSameOrigin(tab.url, url));
}

/**
 * `sender.url` is where the document was loaded, in both browsers, and stays so while an app moves on within it; the tab knows where
 * its page is now. Of frames the browser tells no more than where they were loaded.
 */
const currentUrl = ({ url = '', tab }: MessageSender): string => (tab?.url && hasSameOrigin(tab.url, url) ? tab.url : url);

const hasSameOrigin = (one: string, other: string): boolean => new URL(one).origin === new URL(other).origin;

/**
 * Nothing is taken from private windows, whatever the browser lets us into, nor from pages that are only prerendered. `sender.id` is set by
 * the browser. Extension pages have our scheme (a frame's dynamic address has another host, never another scheme).
 */
function isAllowed(from: Messages[MessageName]['from'], sender: MessageSender, own: ExtensionIdentity): boolean {
  if (sender.id !== own.id || !sender.url || sender.tab?.incognito || sender.documentLifecycle === 'prerender') return false;
  const isOwnPage = new URL(sender.url).protocol === new URL(own.origin).protocol;
  const isPage = !isOwnPage && sender.tab?.id !== undefined;
  return from === 'anywhere' ? isOwnPage || isPage : from === 'extension' ? isOwnPage : isPage;
}
