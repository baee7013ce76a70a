import type { Anchor } from '../../model/pack/anchor.ts';
import type { Probe } from '../../probe/start-probe.ts';
import { type DevTools, DevToolsError } from '../browser/devtools.ts';

const WORLD = 'cairn-check';

interface FrameTree {
  frame: { id: string; url: string; urlFragment?: string; securityOrigin?: string };
  childFrames?: FrameTree[];
}

/** A frame's isolated world, in which the probe runs and which the page cannot see. */
export interface ProbeWorld {
  contextId: number;
}

/** The tab that is looked at: the first one, and then each that it opens. */
export interface PageSession {
  send<Result = Record<string, unknown>>(method: string, params?: Record<string, unknown>): Promise<Result>;
  frameTree(): Promise<FrameTree>;
  /** The worlds of all frames that may be entered, the page itself first. A frame that goes meanwhile is left out. */
  worlds(): Promise<ProbeWorld[]>;
  call<Name extends keyof Probe>(
    world: ProbeWorld,
    name: Name,
    args: readonly unknown[],
  ): Promise<Awaited<ReturnType<Probe[Name]>>>;
  /** A handle of the element that an anchor describes there. */
  element(world: ProbeWorld, anchor: Anchor): Promise<string | undefined>;
  /** Opens a new tab to go on with and closes those that were open, whether or not their pages answer. */
  reopen(): Promise<void>;
  /** Resolves when the tab has loaded a page the next time. */
  nextLoad(): Promise<void>;
}

interface PageSessionOptions {
  devtools: DevTools;
  /** Source of the probe. */
  probe: string;
  /** May the probe run in a frame with this address? */
  mayEnter: (url: string) => boolean;
  /** Agree to what a page asks by `confirm` and `prompt`. What it only tells is always closed. */
  acceptsDialogs: boolean;
}

interface TargetInfo {
  targetId: string;
  type: string;
  openerId?: string;
}

interface EvaluateResult {
  result: { value?: unknown; objectId?: string };
  exceptionDetails?: { text: string; exception?: { description?: string } };
}

export async function openPageSession({ devtools, probe, mayEnter, acceptsDialogs }: PageSessionOptions): Promise<PageSession> {
  /** The tabs that are open, the one that was opened last at the end. */
  let tabs: { sessionId: string; targetId: string }[] = [];
  const current = () => tabs.at(-1)?.sessionId ?? '';
  let loadListeners: (() => void)[] = [];
  const prepared = new Set<string>();
  const send = <Result>(method: string, params?: Record<string, unknown>) => devtools.send<Result>(method, params, current());

  async function attach(targetId: string): Promise<void> {
    const attached = await devtools.send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true });
    tabs.push({ sessionId: attached.sessionId, targetId });
    await send('Page.enable');
  }

  devtools.onEvent((method, params, from) => {
    if (method === 'Target.targetCreated') {
      const { type, openerId, targetId } = params.targetInfo as TargetInfo;
      if (type === 'page' && openerId !== undefined) attach(targetId).catch(() => {});
    } else if (method === 'Target.detachedFromTarget') {
      tabs = tabs.filter(({ sessionId }) => sessionId !== params.sessionId);
    } else if (method === 'Page.javascriptDialogOpening') {
      const accept = acceptsDialogs || params.type === 'alert' || params.type === 'beforeunload';
      devtools.send('Page.handleJavaScriptDialog', { accept }, from).catch(() => {});
    } else if (method === 'Page.loadEventFired' && from === current()) {
      for (const resolve of loadListeners) resolve();
      loadListeners = [];
    }
  });
  const { targetInfos } = await devtools.send<{ targetInfos: TargetInfo[] }>('Target.getTargets');
  await attach(targetInfos.find(({ type }) => type === 'page')!.targetId);
  await devtools.send('Target.setDiscoverTargets', { discover: true });
  await devtools.send('Browser.setDownloadBehavior', { behavior: 'deny' });

  /** Where the tab closes meanwhile, that of the tab that is looked at then. */
  async function frameTree(): Promise<FrameTree> {
    const asked = current();
    try {
      return (await send<{ frameTree: FrameTree }>('Page.getFrameTree')).frameTree;
    } catch (error) {
      if (current() === asked) throw error;
      return frameTree();
    }
  }

  async function evaluate(contextId: number, expression: string, returnByValue = true): Promise<EvaluateResult['result']> {
    const { result, exceptionDetails } = await send<EvaluateResult>('Runtime.evaluate', {
      ...{ contextId, expression, returnByValue },
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result;
  }

  async function worldOf(frameId: string): Promise<ProbeWorld> {
    const made = await send<{ executionContextId: number }>('Page.createIsolatedWorld', { frameId, worldName: WORLD });
    const contextId = made.executionContextId;
    if (!prepared.has(`${current()} ${contextId}`)) await evaluate(contextId, `${probe};undefined`);
    prepared.add(`${current()} ${contextId}`);
    return { contextId };
  }

  return {
    send,
    frameTree,
    async worlds() {
      const frames = flatten(await frameTree()).filter(({ url }) => mayEnter(url));
      const worlds = frames.map(({ id }) => worldOf(id).catch(unlessRefused));
      return (await Promise.all(worlds)).filter((one) => one !== undefined);
    },
    async call({ contextId }, name, args) {
      const written = args.map((one) => JSON.stringify(one) ?? 'undefined').join();
      return (await evaluate(contextId, `cairnProbe.${name}(${written})`)).value as never;
    },
    element: async ({ contextId }, anchor) =>
      (await evaluate(contextId, `cairnProbe.element(${JSON.stringify(anchor)})`, false)).objectId,
    async reopen() {
      const left = [...tabs];
      const { targetId } = await devtools.send<{ targetId: string }>('Target.createTarget', { url: 'about:blank' });
      await attach(targetId);
      // A page that does not answer may hold up its closing, which nothing waits for.
      for (const tab of left) devtools.send('Target.closeTarget', { targetId: tab.targetId }).catch(() => {});
    },
    nextLoad: () => new Promise((resolve) => void loadListeners.push(resolve)),
  };
}

/** Frames without an address of their own have the origin of the frame around them. */
const flatten = ({ frame, childFrames = [] }: FrameTree, url = frame.url): { id: string; url: string }[] => [
  { id: frame.id, url },
  ...childFrames.flatMap((child) => flatten(child, /^about:/.test(child.frame.url) ? url : child.frame.url)),
];

/** A page that is being replaced refuses what it is asked. */
export function unlessRefused(error: unknown): undefined {
  if (!(error instanceof DevToolsError)) throw error;
  return undefined;
}
