import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'puppeteer-core';

export type BidiNode = { sharedId: string };
type RemoteNode = {
  value?: { children?: RemoteNode[]; shadowRoot?: RemoteNode | null; mode?: 'open' | 'closed' };
  sharedId?: string;
};
type CallResult =
  | { type: 'success'; result: RemoteNode & { value?: unknown } }
  | { type: 'exception'; exceptionDetails: { text: string } };
type ScriptMessage = { channel: string; data: { value?: unknown } };
type BrowsingContext = { context: string; url: string; children?: BrowsingContext[] };

/** The few words of WebDriver BiDi that a journey needs and puppeteer has no method for. */
export type Bidi = ReturnType<typeof bidiOf>;

export function bidiOf(browser: Browser) {
  const { connection } = browser as unknown as {
    connection?: {
      send(method: string, params: object): Promise<{ result: unknown }>;
      on(event: string, heard: (params: ScriptMessage) => void): unknown;
      off(event: string, heard: (params: ScriptMessage) => void): unknown;
    };
  };
  if (typeof connection?.send !== 'function')
    throw new Error(
      'puppeteer-core does not show its BiDi connection as browser.connection any more: see how the installed version names it',
    );
  const send = async <Result>(method: string, params: object) => (await connection.send(method, params)).result as Result;
  /** Calls a function in a sandbox of the page's, which the page has no hand in, or in the chrome of the browser. */
  const call = async <Result>(
    context: string,
    functionDeclaration: string,
    given: readonly (BidiNode | string)[] = [],
    sandbox?: string,
  ) => {
    const values = given.map((one) => (typeof one === 'string' ? { type: 'string', value: one } : one));
    const target = { context, sandbox };
    const called = await send<CallResult>('script.callFunction', {
      functionDeclaration,
      arguments: values,
      awaitPromise: true,
      target,
    });
    if (called.type === 'exception') throw new Error(`In ${context}: ${called.exceptionDetails.text}`);
    return called.result.value as Result;
  };
  return {
    send,
    call,
    /** Hears the words that scripts send through a channel. Returns how to stop hearing them. */
    onMessage: (channel: string, heard: (words: string) => void): (() => void) => {
      const hear = (message: ScriptMessage) => message.channel === channel && heard(String(message.data.value));
      connection.on('script.message', hear);
      return () => void connection.off('script.message', hear);
    },
    contexts: async (root?: string) =>
      (await send<{ contexts: BrowsingContext[] }>('browsingContext.getTree', { root })).contexts,
    /** The browser's own window, where its modules can be asked; needs `--remote-allow-system-access`. */
    chrome: async <Result>(functionDeclaration: string, ...given: string[]) => {
      const { contexts } = await send<{ contexts: BrowsingContext[] }>('browsingContext.getTree', { 'moz:scope': 'chrome' });
      return call<Result>(contexts[0]!.context, functionDeclaration, given);
    },
    closedRoots: async (context: string): Promise<BidiNode[]> => {
      const { result } = await send<CallResult & { type: 'success' }>('script.callFunction', {
        functionDeclaration: '() => document.documentElement',
        awaitPromise: false,
        target: { context, sandbox: SANDBOX },
        serializationOptions: { maxDomDepth: null, includeShadowTree: 'all' },
      });
      return [...closedRootsIn(result)];
    },
    locate: async (context: string, { role, name, startNodes }: { role: string; name?: string; startNodes?: BidiNode[] }) => {
      const locator = { type: 'accessibility', value: { role, name } };
      const asked = send<{ nodes: BidiNode[] }>('browsingContext.locateNodes', { context, locator, startNodes });
      return (await Promise.race([asked, rejectWhenUnanswered(context)])).nodes;
    },
    press: (context: string, { x, y }: { x: number; y: number }) => {
      const pointer = [
        { type: 'pointerMove', x, y },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ];
      return send('input.performActions', { context, actions: [{ type: 'pointer', id: 'mouse', actions: pointer }] });
    },
    keys: (context: string, words: string) => {
      const strokes = [...words].flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]);
      return send('input.performActions', { context, actions: [{ type: 'key', id: 'keyboard', actions: strokes }] });
    },
  };
}

/** Firefox never answers what it was asked of the accessibility of a page that goes just then. After so many ms it is asked again. */
const ANSWER_TIMEOUT_MS = 5000;

async function rejectWhenUnanswered(context: string): Promise<never> {
  await pause(ANSWER_TIMEOUT_MS, undefined, { ref: false });
  throw new Error(`no such node: Firefox has not answered for ${ANSWER_TIMEOUT_MS} ms what there is in ${context}`);
}

/** The name of the world in which journeys look at a page. */
export const SANDBOX = 'journey';

function* closedRootsIn(node: RemoteNode): Generator<BidiNode> {
  const root = node.value?.shadowRoot;
  if (root?.value?.mode === 'closed' && root.sharedId) yield { sharedId: root.sharedId };
  else if (root) yield* closedRootsIn(root);
  for (const child of node.value?.children ?? []) yield* closedRootsIn(child);
}

/** Puppeteer's own name for the browsing context of a page. */
export const contextOf = (page: Page): string => (page.mainFrame() as unknown as { _id: string })._id;
