import type { Anchor } from '../../model/pack/anchor.ts';
import type { Probe } from '../../probe/start-probe.ts';
import { type DevTools, DevToolsError } from '../browser/devtools.ts';
import { type Tabs, watchTabs } from './tabs.ts';

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
export interface PageSession extends Pick<Tabs, 'reopen' | 'nextLoad'> {
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

interface EvaluateResult {
  result: { value?: unknown; objectId?: string };
  exceptionDetails?: { text: string; exception?: { description?: string } };
}

export async function openPageSession({ devtools, probe, mayEnter, acceptsDialogs }: PageSessionOptions): Promise<PageSession> {
  const tabs = await watchTabs(devtools, acceptsDialogs);
  const prepared = new Set<string>();
  const send = <Result>(method: string, params?: Record<string, unknown>) =>
    devtools.send<Result>(method, params, tabs.current());

  /** Where the tab closes meanwhile, that of the tab that is looked at then. */
  async function frameTree(): Promise<FrameTree> {
    const asked = tabs.current();
    try {
      return (await send<{ frameTree: FrameTree }>('Page.getFrameTree')).frameTree;
    } catch (error) {
      if (tabs.current() === asked) throw error;
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
    if (!prepared.has(`${tabs.current()} ${contextId}`)) await evaluate(contextId, `${probe};undefined`);
    prepared.add(`${tabs.current()} ${contextId}`);
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
    reopen: tabs.reopen,
    nextLoad: tabs.nextLoad,
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
